import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/core/apply-edits.ts";
import { finish } from "../../src/core/cleaned.ts";
import { type Document, visibleText } from "../../src/core/document.ts";
import type { Span } from "../../src/core/span.ts";
import { extraction, planExtraction } from "../../src/extract/extract-stage.ts";
import { type Page, pageDocument, readPage } from "../../src/extract/page.ts";
import { textOf } from "../../src/html/text.ts";
import { withoutWhitespace } from "../../src/text/whitespace.ts";
import { tagSoup } from "./tag-soup.ts";

const onSoup = (check: (page: Page) => void): void =>
  fc.assert(
    fc.property(tagSoup, (html) => check(readPage(html))),
    { numRuns: 2_000 },
  );

describe("every page, however broken", () => {
  it("has pieces in source order that do not overlap, verbatim ones equal to the source", () => {
    onSoup(({ html, visible }) => {
      let last = 0;
      for (const { start, end, text, verbatim } of visible) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThanOrEqual(start);
        if (verbatim) expect(html.slice(start, end)).toBe(text);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(html.length);
    });
  });

  it("has the text of its nodes, no more and no less", () => {
    onSoup((page) => {
      const seen = page.visible.map(({ text }) => text).join("");
      const parsed = page.measured.outline.texts.map((node) => textOf(page.tree, node)).join("");
      expect(sorted(seen)).toBe(sorted(parsed));
      for (const block of page.blocks)
        expect(withoutWhitespace(visibleText(page.visible, block))).toBe(withoutWhitespace(block.text));
    });
  });

  it("has a piece for every node with ink, in which the node's data is found", () => {
    onSoup(({ tree, measured, blocks, visible }) => {
      for (const node of measured.outline.texts) {
        const runs = blocks.flatMap((block) => block.runs.filter((run) => run.node === node));
        const text = runs.map((run) => visibleText(visible, run)).join("");
        expect(withoutWhitespace(text)).toBe(withoutWhitespace(textOf(tree, node)));
      }
    });
  });

  it("has blocks that do not overlap and hold all ink", () => {
    onSoup(({ visible, blocks }) => {
      for (const [i, { start }] of blocks.entries()) expect(start).toBeGreaterThanOrEqual(blocks[i - 1]?.end ?? 0);
      const ink = withoutWhitespace(visible.map(({ text }) => text).join(""));
      expect(withoutWhitespace(blocks.map(({ text }) => text).join(""))).toBe(ink);
    });
  });

  it("keeps account of every visible character, whatever an extractor chooses", () => {
    fc.assert(
      fc.property(tagSoup, fc.func(fc.boolean()), (html, keeps) => {
        const page = readPage(html);
        const kept = new Set(page.measured.outline.texts.filter((node) => keeps(node)));
        const document = pageDocument(page, {});
        const plan = planExtraction(page, { kept }, {});
        expectAccount(document, applyEdits(document, extraction, plan));
      }),
      { numRuns: 1_000 },
    );
  });
});

/** The kept blocks and the ledger, put in source order, are the visible text. */
function expectAccount(before: Document, after: Document): void {
  const cleaned = finish(after);
  const parts: (Span & { readonly text: string })[] = [...cleaned.ledger];
  for (const block of after.blocks)
    for (const piece of block.pieces ?? []) if (!isEdit(after, piece)) parts.push(piece);
  parts.sort((a, b) => a.start - b.start);
  const ink = withoutWhitespace(before.visible.map(({ text }) => text).join(""));
  expect(withoutWhitespace(parts.map(({ text }) => text).join(""))).toBe(ink);
}

function isEdit(document: Document, { start, end }: Span): boolean {
  return document.edits.some((edit) => edit.start === start && edit.end === end);
}

/** Characters in one order: reading order is the source's, and the tree's may differ. */
function sorted(text: string): string {
  return [...withoutWhitespace(text)].sort().join("");
}
