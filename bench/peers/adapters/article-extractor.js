import { servePeer } from "../../extract/serve-peer.ts";
import { packageVersion } from "./package-version.js";

await servePeer(async () => {
  const version = packageVersion("@extractus/article-extractor");
  const { extractFromHtml } = await import("@extractus/article-extractor");
  const { htmlText } = await import("./html-text.js");
  return {
    version,
    prepare: (html) => html,
    extract: async (html, url) => {
      const article = await extractFromHtml(html, url);
      return { text: () => htmlText(article?.content), title: article?.title };
    },
  };
});
