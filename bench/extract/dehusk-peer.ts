import { parseArgs } from "node:util";
import { cleanHtml } from "../../src/index.ts";
import { version } from "../../src/version.ts";
import { servePeer } from "./serve-peer.ts";

const { values } = parseArgs({ options: { extractor: { type: "string" }, bytes: { type: "boolean" } } });
const { extractor, bytes } = values;

// The sets hold decoded pages, whose meta tags may still name the old charset.
const given = { ...(extractor && { extractor }), ...(bytes && { charset: "utf-8" }) };

await servePeer<string | Uint8Array>(async () => ({
  version,
  prepare: (html) => (bytes ? Buffer.from(html) : html),
  extract: (page, url) => {
    const { text, title } = cleanHtml(page, { ...given, ...(url && { url }) });
    return { text, title: title ?? null };
  },
}));
