import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { parseHtml } from "../../src/html/parse-html.ts";
import { outlineOf, parse5Outline } from "./outline.ts";

const folder = fileURLToPath(new URL("../../../shared/bench", import.meta.url));
const missing = !existsSync(folder);
if (missing) console.info(`skipped: the benchmark pages are not at ${folder}`);
const files = missing ? [] : readdirSync(folder).filter((name) => name.endsWith(".jsonl.gz"));

it.skipIf(missing).each(files)("builds the trees that parse5 builds of pages of %s", (file) => {
  const lines = gunzipSync(readFileSync(join(folder, file)))
    .toString()
    .split("\n")
    .slice(0, 20);
  for (const line of lines) {
    if (line === "") continue;
    const { html } = JSON.parse(line) as { html: string };
    expect(outlineOf(parseHtml(html))).toEqual(parse5Outline(html));
  }
});
