import { servePeer } from "../../extract/serve-peer.ts";
import { packageVersion } from "./package-version.js";

await servePeer(async () => {
  const version = `${packageVersion("@mozilla/readability")}, jsdom ${packageVersion("jsdom")}`;
  const { JSDOM, VirtualConsole } = await import("jsdom");
  const { Readability } = await import("@mozilla/readability");
  const { htmlText } = await import("./html-text.js");
  const virtualConsole = new VirtualConsole();
  return {
    version,
    prepare: (html) => html,
    extract: (html, url) => {
      const { window } = new JSDOM(html, { virtualConsole, ...(url && { url }) });
      const article = new Readability(window.document).parse();
      return { text: () => htmlText(article?.content), title: article?.title };
    },
  };
});
