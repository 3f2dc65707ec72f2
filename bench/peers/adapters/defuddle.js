import { servePeer } from "../../extract/serve-peer.ts";
import { packageVersion } from "./package-version.js";

await servePeer(async () => {
  const version = `${packageVersion("defuddle")}, linkedom ${packageVersion("linkedom")}`;
  const { parseHTML } = await import("linkedom");
  const { Defuddle } = await import("defuddle/node");
  const { htmlText } = await import("./html-text.js");
  return {
    version,
    prepare: (html) => html,
    extract: async (html, url) => {
      // Some of its extractors fetch what a page lacks; a benchmark is about the page.
      const { content, title } = await Defuddle(parseHTML(html).document, url, { useAsync: false });
      return { text: () => htmlText(content), title };
    },
  };
});
