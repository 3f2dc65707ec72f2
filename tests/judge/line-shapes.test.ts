import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidates } from "../../src/judge/candidates.ts";
import { LineShapes, SHAPES } from "../../src/judge/line-shapes.ts";

const shapesOf = (...texts: string[]): LineShapes => new LineShapes(texts.map((text) => ({ text, kind: "paragraph" })));

function shapeOf(text: string): Record<string, number> {
  const { columns } = shapesOf(text);
  return Object.fromEntries(SHAPES.map((name) => [name, Math.round(columns[name][0]! * 100) / 100]));
}

const PROSE = "The quay was shut on Monday, and nobody could say for how long it would be.";

describe("the looks of a line", () => {
  it("are counted in one pass", () => {
    expect(shapeOf("Share on X | 12 COMMENTS: (new)…")).toMatchObject({
      units: 32,
      size: 6,
      capitalised: 0.5,
      capitals: 0.17,
      small: 0.33,
      numbers: 1,
      separators: 1,
      colons: 1,
      brackets: 2,
      endsOpen: 1,
      stops: 1,
    });
  });

  it("know scripts without case and without spaces", () => {
    expect(shapeOf("شارك هذا الخبر")).toMatchObject({ size: 3, capitalised: 0, upper: 0 });
    expect(shapeOf("分享到微信")).toMatchObject({ size: 3, unspaced: 1 });
    expect(shapesOf("渔民曾请求增加第二艘船，但港务处表示既没有船员，也没有燃料。").prose[0]).toBe(1);
  });

  it("tell prose by its length and the end of a sentence", () => {
    expect([...shapesOf(PROSE, PROSE.slice(0, -1), "He left.", "x ".repeat(100)).prose]).toEqual([1, 0, 0, 1]);
  });

  it("are alike for lines that differ in numbers and case only", () => {
    const { template } = shapesOf("12 Comments", "3 comments", "Comments");
    expect(template[0]).toBe(template[1]);
    expect(template[0]).not.toBe(template[2]);
  });

  it("are finite numbers for any text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 300 }), { maxLength: 6 }), (texts) => {
        const { columns, terms, count } = shapesOf(...texts);
        for (const name of SHAPES) for (const value of columns[name]) expect(Number.isFinite(value)).toBe(true);
        expect(terms.starts.length).toBe(count + 1);
        expect(terms.topicStarts.length).toBe(count + 1);
      }),
    );
  });
});

it("judges neither code, nor long lines, nor prose in prose, nor what has no word", () => {
  const lines = [PROSE, PROSE, PROSE, "Share", "* * *", `${PROSE} ${PROSE} ${PROSE} ${PROSE}`, "let x"];
  const shapes = new LineShapes(lines.map((text) => ({ text, kind: text === "let x" ? "code" : "paragraph" })));
  expect(candidates(shapes)).toEqual([0, 2, 3]);
});
