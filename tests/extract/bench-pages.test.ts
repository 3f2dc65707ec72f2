import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { applyEdits } from "../../src/core/apply-edits.ts";
import { finish } from "../../src/core/cleaned.ts";
import { visibleText } from "../../src/core/document.ts";
import { extraction, planExtraction } from "../../src/extract/extract-stage.ts";
import { learned } from "../../src/extract/learned.ts";
import { readMetadata } from "../../src/extract/metadata.ts";
import { pageDocument, readPage } from "../../src/extract/page.ts";
import { parseHtml } from "../../src/html/parse-html.ts";
import { withoutWhitespace } from "../../src/text/whitespace.ts";

const file = fileURLToPath(new URL("../../../shared/bench/fundus-dev.jsonl.gz", import.meta.url));
const missing = !existsSync(file);
if (missing) console.info(`skipped: the benchmark pages are not at ${file}`);

/** Split by hand: readline also breaks lines at U+2028, which JSON strings may hold. */
function firstPages(count: number): { html: string; url: string }[] {
  const lines = gunzipSync(readFileSync(file)).toString().split("\n").slice(0, count);
  return lines.map((line) => JSON.parse(line));
}

it.skipIf(missing)("accounts for every visible character of real pages", { timeout: 120_000 }, () => {
  const pages = firstPages(40);
  expect(pages.length).toBe(40);
  for (const { html, url } of pages) {
    const page = readPage(html);
    const metadata = readMetadata(parseHtml(html), url);
    const document = pageDocument(page, metadata);
    const extracted = applyEdits(document, extraction, planExtraction(page, learned.choose(page, metadata), metadata));
    const cleaned = finish(extracted);
    expect(cleaned.flags).toEqual([]);
    expect(cleaned.text.length).toBeGreaterThan(200);
    const spans = [...cleaned.ledger, ...keptSpans(extracted)].sort((a, b) => a.start - b.start);
    for (const [i, { start }] of spans.entries()) expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
    const told = spans.map((span) => visibleText(document.visible, span)).join("");
    expect(withoutWhitespace(told)).toBe(withoutWhitespace(page.visible.map(({ text }) => text).join("")));
    expect(withoutWhitespace(cleaned.text).length).toBe(
      withoutWhitespace(
        keptSpans(extracted)
          .map((span) => visibleText(document.visible, span))
          .join(""),
      ).length,
    );
  }
});

/** The parts of the kept blocks that no edit took. */
function keptSpans({ blocks, edits }: ReturnType<typeof applyEdits>): { start: number; end: number }[] {
  const taken = new Set(edits.map(({ start }) => start));
  return blocks.flatMap(({ pieces = [] }) =>
    pieces.filter(({ start, end, text }) => end > start && !(text === "" && taken.has(start))),
  );
}
