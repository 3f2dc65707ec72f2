import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeMarkdown } from "../../../src/core/markdown/write-markdown.ts";
import type { Container, Shape } from "../../../src/core/shape.ts";
import { writeBlocks } from "../../../src/core/write-blocks.ts";
import type { WritableBlock } from "../../../src/core/written.ts";
import { parseMarkdown } from "../../parse-markdown.ts";
import { nestedBlocks } from "./random-blocks.ts";

const block = (text: string, shape: Shape = {}, kind: WritableBlock["kind"] = "paragraph"): WritableBlock => ({
  kind,
  text,
  start: 0,
  end: 0,
  shape,
});
const inside = (text: string, ...within: Container[]): WritableBlock => block(text, { within });
const row = (table: number, ...cells: string[]): WritableBlock => {
  const text = cells.join(" ");
  const starts = cells.map((_, i) => cells.slice(0, i).join(" ").length + Math.min(i, 1));
  const parts = cells.map((cell, i) => ({ start: starts[i]!, end: starts[i]! + cell.length }));
  return block(text, { row: { table, columns: cells.map((_, i) => i) }, parts }, "table");
};
const write = (...blocks: WritableBlock[]): string => writeMarkdown(blocks).text;

it("gives every block back to a parser, in the containers it was in", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(nestedBlocks, (nested) => {
      const { text } = writeMarkdown(nested.map((one) => one.block));
      const expected = nested.map(({ block: { kind, text, shape }, names }) => ({
        kind: kind === "table" ? "row" : kind,
        text,
        within: names,
        ...(shape?.level !== undefined && { level: shape.level }),
        ...(shape?.language !== undefined && { language: shape.language }),
      }));
      expect(parseMarkdown(text), text).toEqual(expected);
      for (const { kind, within } of expected) seen.add(`${within.at(-1)} ${kind}`);
    }),
    { numRuns: 1_000 },
  );
  expect(seen.size).toBeGreaterThan(8);
});

it("says on which line each block begins", () => {
  fc.assert(
    fc.property(nestedBlocks, (nested) => {
      const blocks = nested.map((one) => one.block);
      const { text, at } = writeMarkdown(blocks);
      expect(at).toHaveLength(blocks.length);
      for (const [i, place] of at.entries()) {
        expect(place === 0 || text[place - 1] === "\n").toBe(true);
        expect(place).toBeGreaterThan(at[i - 1] ?? -1);
      }
    }),
    { numRuns: 500 },
  );
});

describe("lists", () => {
  const [a, b, c] = [
    { id: 1, list: 0 },
    { id: 2, list: 0 },
    { id: 3, list: 0 },
  ] as const;
  it("stand line by line, with what they nest", () => {
    const deep = { id: 4, list: 1 };
    expect(write(inside("a", a), inside("deep", a, deep), inside("b", b), block("after"))).toBe(
      "- a\n  - deep\n- b\n\nafter",
    );
  });
  it("have blank lines only around entries of several paragraphs", () => {
    expect(write(inside("a", a), inside("b", b), inside("more", b), inside("c", c))).toBe("- a\n- b\n\n  more\n\n- c");
  });
  it("keep their numbers, and what is in an entry stands below its text", () => {
    const [nine, ten] = [
      { id: 1, list: 0, number: 9 },
      { id: 2, list: 0, number: 10 },
    ];
    expect(write(inside("a", nine), inside("b", ten), inside("more", ten))).toBe("9. a\n10. b\n\n    more");
  });
  it("have no number that Markdown does not know", () => {
    expect(write(inside("a", { id: 1, list: 0, number: -1 }), inside("b", { id: 2, list: 0, number: 1e9 }))).toBe(
      "- a\n- b",
    );
  });
  it("begin after a blank line where another number would be read on as text", () => {
    expect(write(inside("a", a), inside("x", a, { id: 4, list: 1, number: 4 }))).toBe("- a\n\n  4. x");
    expect(write(inside("a", a), inside("x", a, { id: 4, list: 1, number: 1 }))).toBe("- a\n  1. x");
  });
  it("next to each other stay two", () => {
    const other = { id: 5, list: 9 };
    expect(write(inside("a", a), inside("x", other), inside("y", { id: 6, list: 9 }))).toBe("- a\n\n* x\n* y");
  });
  it("have one mark for entries that begin together", () => {
    const [x, y] = [
      { id: 4, list: 1 },
      { id: 5, list: 1 },
    ];
    expect(write(inside("x", a, x), inside("y", a, y), inside("b", b))).toBe("- x\n- y\n- b");
  });
});

describe("tables", () => {
  it("have a line of dashes, escaped cells and all their places", () => {
    expect(write(row(1, "Town", "Rain | mm"), row(1, "Dunlow", "5"), block("after"))).toBe(
      "| Town | Rain \\| mm |\n| --- | --- |\n| Dunlow | 5 |\n\nafter",
    );
    expect(write(row(1, "a", "b"), row(1, "c", "d", "e"), row(1, "f"), row(1, "g", "h"))).toBe(
      "| a | b |  |\n| --- | --- | --- |\n| c | d | e |\n| f |  |  |\n| g | h |  |",
    );
  });
  it("leave a title and a note of one cell out", () => {
    expect(write(row(1, "Title"), row(1, "a", "b"), row(1, "c", "d"), row(1, "Note"))).toBe(
      "Title\n\n| a | b |\n| --- | --- |\n| c | d |\n\nNote",
    );
  });
  it("are rows of text where they have one row, or few cells for their places", () => {
    expect(write(row(1, "a", "b"))).toBe("a b");
    const wide = { ...row(1, "c", "d"), shape: { ...row(1, "c", "d").shape, row: { table: 1, columns: [0, 30] } } };
    expect(write(row(1, "a", "b"), wide)).toBe("a b\n\nc d");
  });
  it("end where the next begins", () => {
    const two = write(row(1, "a", "b"), row(1, "c", "d"), row(2, "e", "f"), row(2, "g", "h"));
    expect(two.split("\n\n")).toHaveLength(2);
  });
});

describe("code", () => {
  it("has a fence longer than those in it, its language and its white space", () => {
    const text = "```\n  a\n````";
    expect(write(block(text, { language: "md" }, "code"))).toBe(`\`\`\`\`\`md\n${text}\n\`\`\`\`\``);
  });
  it("is indented in a list", () => {
    expect(write(block("a\n\n  b", { within: [{ id: 1, list: 0, number: 1 }] }, "code"))).toBe(
      "1. ```\n   a\n\n     b\n   ```",
    );
  });
});

it("writes Markdown of the source as it is", () => {
  const raw = (text: string, start: number, after?: number): WritableBlock => ({
    ...block(text, { raw: { indent: 2, ...(after !== undefined && { after }) } }),
    start,
    end: start + text.length,
  });
  expect(write(raw("*a*", 0), raw("| b", 5, 3), raw("c", 20))).toBe("  *a*\n  | b\n\n  c");
});

it("writes plain text as paragraphs", () => {
  expect(writeBlocks([block("# a", { level: 2 }, "heading"), block("b")])).toEqual({ text: "# a\n\nb", at: [0, 5] });
});

it("takes linear time", { timeout: 20_000 }, () => {
  const many = 50_000;
  const rows = (make: (i: number) => WritableBlock): string =>
    writeMarkdown(Array.from({ length: many }, (_, i) => make(i))).text;
  expect(rows(() => row(1, "a")).length).toBeGreaterThan(many);
  expect(rows((i) => (i === 0 ? row(1, "a", "b") : row(1, "a"))).length).toBeGreaterThan(many);
  const sparse: WritableBlock = block("a", { row: { table: 1, columns: [90] } }, "table");
  expect(rows((i) => (i % 2 === 0 ? row(1, "a", "b") : sparse)).length).toBeLessThan(20 * many);
  expect(rows((i) => inside("a", { id: 2 * i, list: 2 * i + 1 })).length).toBeGreaterThan(many);
});
