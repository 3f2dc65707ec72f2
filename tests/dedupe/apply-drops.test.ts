import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../src/core/apply-edits.ts";
import type { Block } from "../../src/core/block.ts";
import { type Cleaned, finish } from "../../src/core/cleaned.ts";
import type { Document } from "../../src/core/document.ts";
import type { Edit } from "../../src/core/edit.ts";
import { defineRule } from "../../src/core/rule.ts";
import { applyDrops, type BlockDrop } from "../../src/dedupe/apply-drops.ts";
import { nearCopies } from "../../src/dedupe/near-copies.ts";
import { nearIdenticalParagraphs } from "../../src/dedupe/near-identical-paragraphs.ts";
import { learnedFurniture } from "../../src/learn/learned-furniture.ts";
import { withoutWhitespace } from "../../src/text/whitespace.ts";

const strip = defineRule({
  id: "strip/test",
  summary: "for tests",
  changes: [{ input: "a", output: "" }],
  leavesAlone: ["b"],
});
const [near] = nearIdenticalParagraphs.rules;
const [copy] = nearCopies.rules;
const keptInstead = { document: "0123456789abcdef", paragraph: 4, score: 0.9, shared: 9, union: 10 };
const dropOf = (block: number): BlockDrop => ({ block, rule: block < 0 ? copy! : near!, keptInstead });
const furnitureOf = (block: number): BlockDrop => ({ block, rule: learnedFurniture, repeats: { pages: 14, of: 20 } });

/** A plain text of paragraphs, cleaned by the given edits. */
function clean(source: string, edits: readonly (readonly [start: number, end: number, text?: string])[]): Cleaned {
  const blocks: Block[] = [...source.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map((match) => {
    const start = match.index;
    return { kind: "paragraph", start, end: start + match[0].length, text: match[0] };
  });
  const visible = [{ start: 0, end: source.length, text: source, verbatim: true }];
  const document: Document = {
    mediaType: "text/plain",
    source,
    visible,
    blocks,
    edits: [],
    metadata: { title: "T" },
    flags: [],
  };
  const plan = edits.map(([start, end, text = ""]): Edit => ({ start, end, text, rule: strip }));
  return finish(applyEdits(document, { name: "test", cap: 1 }, plan));
}

/** The source with the ledger's edits applied, without white space: must be the text. */
function applied(source: string, { ledger }: Cleaned): string {
  let text = "";
  let at = 0;
  for (const entry of ledger) {
    text += source.slice(at, entry.start) + (entry.replacement ?? "");
    at = entry.end;
  }
  return withoutWhitespace(text + source.slice(at));
}

const source = "First of all.\n\nSecond [1] of all.\n\nThird of all.";

describe("dropping blocks", () => {
  test("writes what stood there, absorbs inner changes and keeps the rest", () => {
    const at = source.indexOf(" [1]");
    const cleaned = applyDrops(
      clean(source, [
        [0, 6, "1st "],
        [at, at + 4],
      ]),
      [dropOf(1)],
    );
    expect(cleaned.text).toBe("1st of all.\n\nThird of all.");
    expect(cleaned.title).toBe("T");
    expect(cleaned.ledger).toEqual([
      { stage: "strip", rule: "strip/test", start: 0, end: 6, text: "First ", replacement: "1st " },
      {
        stage: "dedupe",
        rule: "dedupe/near-identical-paragraph",
        start: 15,
        end: 33,
        text: "Second [1] of all.",
        absorbed: ["strip/test"],
        keptInstead,
      },
    ]);
  });

  test("without drops gives the very same", () => {
    const cleaned = clean(source, []);
    expect(applyDrops(cleaned, [])).toBe(cleaned);
  });

  test("a change over two blocks stays beside the drop of either", () => {
    const edit = [source.indexOf("of all.\n\nThird"), source.indexOf("Third") + 6, "… "] as const;
    const before = clean(source, [edit]);
    const afterSecond = applyDrops(before, [dropOf(1)]);
    expect(afterSecond.ledger.map(({ text }) => text)).toEqual(["Second [1] ", "of all.\n\nThird "]);
    expect(applied(source, afterSecond)).toBe(withoutWhitespace(afterSecond.text));
    const afterThird = applyDrops(before, [dropOf(2)]);
    expect(afterThird.ledger.map(({ text }) => text)).toEqual(["of all.\n\nThird ", "of all."]);
    expect(applied(source, afterThird)).toBe(withoutWhitespace(afterThird.text));
  });

  test("the account holds for any edits and drops", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "b", " ", "é", ".", "a", "\n\n"),
      minLength: 20,
      maxLength: 120,
    });
    const cuts = fc.array(
      fc.tuple(fc.nat({ max: 119 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom("", "x", "ab")),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(text, cuts, fc.array(fc.nat({ max: 20 })), (raw, wanted, blocks) => {
        const edits: [number, number, string][] = [];
        for (const [start, length, replacement] of wanted.toSorted((a, b) => a[0] - b[0]))
          if (start + length <= raw.length && start >= (edits.at(-1)?.[1] ?? 0))
            edits.push([start, start + length, replacement]);
        const before = clean(raw, edits);
        const numbers = [...new Set(blocks)].filter((block) => block < before.blocks.length);
        const after = applyDrops(
          before,
          numbers.map((block, i) => (i % 2 === 0 ? dropOf(block) : furnitureOf(block))),
        );
        expectSound(raw, before, after);
      }),
      { numRuns: 1000 },
    );
  });
});

function expectSound(raw: string, before: Cleaned, after: Cleaned): void {
  for (const [i, entry] of after.ledger.entries()) {
    expect(entry.end).toBeGreaterThan(entry.start);
    expect(entry.start).toBeGreaterThanOrEqual(after.ledger[i - 1]?.end ?? 0);
  }
  expect(after.text).toBe(after.blocks.map((block) => block.text).join("\n\n"));
  if (after.blocks.length === 0 && before.blocks.length > 0) {
    expect(withoutWhitespace(after.ledger[0]!.text)).toBe(withoutWhitespace(raw));
    return;
  }
  const rules = (cleaned: Cleaned) => cleaned.ledger.filter((entry) => !entry.keptInstead && !entry.repeats);
  for (const entry of rules(after)) expect(rules(before).map(({ start }) => start)).toContain(entry.start);
  for (const entry of after.ledger)
    expect(withoutWhitespace(entry.text)).toBe(withoutWhitespace(raw.slice(entry.start, entry.end)));
}

describe("dropping a document", () => {
  test("leaves one line with all that was to be seen", () => {
    const at = source.indexOf(" [1]");
    const cleaned = applyDrops(
      clean(source, [
        [0, 13],
        [at, at + 4],
      ]),
      [dropOf(-1), dropOf(1)],
    );
    expect(cleaned.blocks).toEqual([]);
    expect(cleaned.text).toBe("");
    expect(cleaned.ledger).toEqual([
      {
        stage: "dedupe",
        rule: "dedupe/near-copy",
        start: 0,
        end: source.length,
        text: source,
        absorbed: ["strip/test"],
        keptInstead,
      },
    ]);
    expect(cleaned.whitespace).toBe(4);
  });

  test("is what becomes of a document whose every block goes", () => {
    const cleaned = applyDrops(clean(source, []), [dropOf(2), dropOf(0), dropOf(1)]);
    expect(cleaned.ledger).toHaveLength(1);
    expect(cleaned.ledger[0]).toMatchObject({ rule: "dedupe/all-paragraphs-elsewhere", text: source, keptInstead });
    const mixed = applyDrops(clean(source, []), [dropOf(2), furnitureOf(0), dropOf(1)]);
    expect(mixed.ledger).toMatchObject([{ rule: "dedupe/all-paragraphs-elsewhere", text: source, keptInstead }]);
    expect(applyDrops(clean("", []), [dropOf(-1)]).ledger[0]).toMatchObject({ start: 0, end: 0, text: "" });
  });
});
