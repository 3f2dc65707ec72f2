import { servePeer } from "../../extract/serve-peer.ts";
import { packageVersion } from "./package-version.js";

await servePeer(async () => {
  const version = `${packageVersion("@mozilla/readability")}, linkedom ${packageVersion("linkedom")}`;
  const { parseHTML } = await import("linkedom");
  const { Readability } = await import("@mozilla/readability");
  const { htmlText } = await import("./html-text.js");
  return {
    version,
    prepare: (html) => html,
    extract: (html) => {
      const article = new Readability(parseHTML(html).document).parse();
      return { text: () => htmlText(article?.content), title: article?.title };
    },
  };
});
