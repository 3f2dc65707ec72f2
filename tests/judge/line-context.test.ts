import fc from "fast-check";
import { expect, it } from "vitest";
import { LineContext, RUN_SHAPES } from "../../src/judge/line-context.ts";
import { contextNames, FEATURES, measureLines, scoreContext } from "../../src/judge/line-features.ts";
import { LineShapes } from "../../src/judge/line-shapes.ts";

const PROSE = "The quay was shut on Monday, and nobody could say for how long it would be.";
const lines = fc.array(
  fc.constantFrom(PROSE, "Share", "12 Comments", "Related Stories", `${PROSE} ${PROSE}`, "分享到微信"),
  {
    minLength: 1,
    maxLength: 30,
  },
);
const contextOf = (texts: readonly string[]): LineContext =>
  new LineContext(new LineShapes(texts.map((text) => ({ text, kind: "paragraph" }))));

it("knows the run of short lines and the prose around each line, as a slow search does", () => {
  fc.assert(
    fc.property(lines, (texts) => {
      const context = contextOf(texts);
      const { prose, columns } = context.shapes;
      for (let i = 0; i < texts.length; i++) {
        const before = prose.lastIndexOf(1, i - 1);
        const after = prose.indexOf(1, i + 1);
        expect(context.proseBefore[i]).toBe(i === 0 ? -1 : before);
        expect(context.proseAfter[i]).toBe(after < 0 ? texts.length : after);
        const run = columns.size.slice(context.proseBefore[i]! + 1, context.proseAfter[i]!);
        const mean = run.reduce((sum, value) => sum + value, 0) / run.length;
        expect(context.runMean(RUN_SHAPES.indexOf("size"), i)).toBeCloseTo(mean, 5);
      }
    }),
  );
});

it("finds the stretch with most prose for its short lines, as a slow search does", () => {
  fc.assert(
    fc.property(lines, (texts) => {
      const context = contextOf(texts);
      const { prose, columns } = context.shapes;
      const worth = (from: number, to: number): number =>
        columns.size.slice(from, to + 1).reduce((sum, size, k) => sum + (prose[from + k] ? size : -8), 0);
      let best = 0;
      for (let from = 0; from < texts.length; from++)
        for (let to = from; to < texts.length; to++) best = Math.max(best, worth(from, to));
      const found = context.bestTo < 0 ? 0 : worth(context.bestFrom, context.bestTo);
      expect(found).toBeCloseTo(best, 4);
    }),
  );
});

it("measures every feature of every line as a number", () => {
  fc.assert(
    fc.property(lines, (texts) => {
      const context = contextOf(texts);
      const all = texts.map((_, i) => i);
      const columns = measureLines(context, all, FEATURES);
      expect([...columns.keys()]).toEqual(FEATURES);
      for (const column of columns.values()) for (const value of column) expect(Number.isFinite(value)).toBe(true);
      const around = scoreContext(
        context,
        Float32Array.from(all, (i) => 1 / (i + 1)),
        all,
      );
      expect(around.length).toBe(contextNames("x").length);
      for (const column of around) for (const value of column) expect(Number.isFinite(value)).toBe(true);
    }),
  );
});

it("measures only what it is asked for", () => {
  expect([...measureLines(contextOf([PROSE, "Share"]), [1], ["size", "nothing of the kind"])]).toEqual([
    ["size", Float32Array.of(1)],
  ]);
});

it("sees which words of a line the prose has", () => {
  const context = contextOf([PROSE, "Nobody could say", "Ferry prices"]);
  const [topics, shared] = context.overlaps;
  expect([...topics!.subarray(1)]).toEqual([2, 2]);
  expect([...shared!.subarray(1)]).toEqual([1, 0]);
});
