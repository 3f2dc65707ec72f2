import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockRests, type DocumentRecord, fromRecord, toRecord } from "../../src/core/record.ts";
import { type Cleaned, type CleanedBlock, cleanHtml, cleanText } from "../../src/index.ts";
import { openVisible } from "../../src/pipeline.ts";
import { verifyDocument } from "../../src/run/verify-document.ts";
import { trimCode } from "../../src/text/whitespace.ts";
import { tagSoup } from "../extract/tag-soup.ts";
import { parseMarkdown } from "../parse-markdown.ts";
import { documentOf, htmlPage, markedText, nestedPage } from "./random-documents.ts";

const MARKDOWN = { format: "markdown" } as const;

function recordOf(cleaned: Cleaned, mediaType: "text/plain" | "text/html"): DocumentRecord {
  return toRecord(cleaned, "x", { path: "x", mediaType, charset: "utf-8", bytes: 0, sha256: "" });
}

/** The law in Markdown: the same blocks and ledger as in plain text, and a text that verifies and is read back. */
function expectLaw(content: string, mediaType: "text/plain" | "text/html"): Cleaned {
  const clean = mediaType === "text/html" ? cleanHtml : cleanText;
  const cleaned = clean(content, MARKDOWN);
  const { format, text: _, blocks, ...rest } = cleaned;
  const { text: __, blocks: plain, ...same } = clean(content);
  expect(format).toBe("markdown");
  expect(rest).toEqual(same);
  expect(blocks.map(({ shape: _, ...block }) => block)).toEqual(plain);

  const record = recordOf(cleaned, mediaType);
  const ledger = cleaned.ledger.map((entry) => ({ document: "x", ...entry }));
  expect(verifyDocument(openVisible({ content, mediaType }, MARKDOWN), record, ledger)).toEqual([]);
  const kept = JSON.parse(JSON.stringify([record, ledger, blockRests(cleaned)])) as Parameters<typeof fromRecord>;
  expect(fromRecord(...kept)).toEqual(cleaned);
  return cleaned;
}

/** What a reader of the Markdown sees of a block: its text without the marks that its source had. */
function written({ kind, text, shape }: CleanedBlock): string {
  if (shape?.row || shape?.parts?.length !== 1) return shape?.parts?.length === 0 ? "" : text;
  const [{ start, end }] = shape.parts as [{ start: number; end: number }];
  const from = kind === "code" ? text.lastIndexOf("\n", start - 1) + 1 : start;
  return start === end ? text : text.slice(from, end);
}

/** CommonMark shows a NUL, which only a document of nothing else keeps, as U+FFFD. */
const shown = (text: string): string => text.replaceAll("\0", "\ufffd");

function expectReadBack({ text, blocks }: Cleaned): void {
  // The parser takes it for a byte order mark.
  if (text.startsWith("\ufeff")) return;
  const read = parseMarkdown(text).map((leaf) => (leaf.kind === "code" ? trimCode(leaf.text) : leaf.text));
  const expected = blocks.map((block) => (block.kind === "code" ? trimCode(written(block)) : written(block)));
  expect(read, text).toEqual(expected.filter((one, i) => one !== "" || blocks[i]!.kind === "code").map(shown));
}

describe("the law holds in Markdown, and a parser gives the text back,", () => {
  it.each([
    ["of pages of lists, tables, code and quotations", nestedPage, 600],
    ["of pages with noise", htmlPage, 60],
    ["of tag soup", tagSoup, 600],
  ])("%s", (_, pages, numRuns) => {
    const shapes = new Set<string>();
    fc.assert(
      fc.property(pages, (html) => {
        const cleaned = expectLaw(html, "text/html");
        expectReadBack(cleaned);
        for (const { shape = {} } of cleaned.blocks) for (const key of Object.keys(shape)) shapes.add(key);
      }),
      { numRuns },
    );
    expect(shapes).toContain("within");
  });

  it.each([
    ["of text with marks", markedText, 600],
    ["of text with noise and debris", documentOf, 600],
  ])("%s", (_, documents, numRuns) => {
    const shapes = new Set<string>();
    fc.assert(
      fc.property(documents, (text) => {
        const cleaned = expectLaw(text, "text/plain");
        for (const { shape = {} } of cleaned.blocks) for (const key of Object.keys(shape)) shapes.add(key);
        // Tables of a text are Markdown already.
        if (!cleaned.blocks.some(({ shape }) => shape?.raw)) expectReadBack(cleaned);
      }),
      { numRuns },
    );
    for (const key of ["within", "level", "parts"]) expect(shapes).toContain(key);
  });
});
