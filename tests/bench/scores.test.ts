import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scorePage } from "../../bench/extract/page-scores.ts";
import { spreadSample } from "../../bench/extract/page-set.ts";
import { scoreTokens } from "../../bench/extract/score-tokens.ts";
import { scoreSet } from "../../bench/extract/set-scores.ts";

describe("tokens", () => {
  it("are words of letters, digits and marks, in lower case", () => {
    expect(scoreTokens("Don’t stop: 3.5 m²_x, naïve")).toEqual(
      ["don", "t", "stop", "3", "5", "m²", "x", "naïve"].map((token) => token.normalize()),
    );
    expect(scoreTokens("cafe\u0301 हिन्दी")).toEqual(["cafe\u0301", "हिन्दी"]);
  });

  it("are single characters in Chinese, Japanese, Korean and Thai", () => {
    expect(scoreTokens("東京Tokyo2020年 한국 ไทย")).toEqual(["東", "京", "tokyo2020", "年", "한", "국", "ไ", "ท", "ย"]);
  });

  it("are none in marks and signs alone", () => {
    expect(scoreTokens("\u0301 _ — …")).toEqual([]);
  });
});

describe("a page", () => {
  it("counts words as a multiset", () => {
    const { words } = scorePage({ gold: "a a b c" }, "a b b d");
    expect(words).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
  });

  it("counts shingles of four tokens", () => {
    const { shingles } = scorePage({ gold: "a b c d e" }, "x a b c d");
    expect(shingles).toEqual({ precision: 0.5, recall: 0.5 });
  });

  it("takes fewer than four tokens as one shingle", () => {
    expect(scorePage({ gold: "a b c" }, "A, b. C!").shingles).toEqual({ precision: 1, recall: 1 });
    expect(scorePage({ gold: "a b c" }, "a b").shingles).toEqual({ precision: 0, recall: 0 });
  });

  it("without content wants an empty output", () => {
    expect(scorePage({ gold: "" }, " … ").words).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(scorePage({ gold: "" }, "menu")).toEqual({
      words: { precision: 0, recall: 0, f1: 0 },
      shingles: { precision: 0, recall: 0 },
    });
    expect(scorePage({ gold: "lost" }, "").words).toEqual({ precision: 0, recall: 0, f1: 0 });
  });

  it("looks for segments whatever the white space, and only as they are written", () => {
    const truth = { with: ["one  two", "Three"], without: ["four\nfive", "six"] };
    expect(scorePage(truth, "one\ntwo three four five")).toEqual({ segments: { found: 1, missed: 1, letIn: 1 } });
  });

  it("is perfect where the output is the gold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (gold) => {
        expect(scorePage({ gold }, gold)).toEqual({
          words: { precision: 1, recall: 1, f1: 1 },
          shingles: { precision: 1, recall: 1 },
        });
      }),
    );
  });
});

describe("a set", () => {
  const half = scorePage({ gold: "a b" }, "a c");
  const full = scorePage({ gold: "a b" }, "a b");

  it("averages word F1 over pages, and makes shingle F1 from average precision and recall", () => {
    const uneven = scorePage({ gold: "a b c d e f g" }, "a b c d");
    expect(scoreSet([half, full]).words).toMatchObject({ f1: 0.75, precision: 0.75, recall: 0.75 });
    expect(scoreSet([uneven, full]).shingles).toMatchObject({ precision: 1, recall: 0.625, f1: 1.25 / 1.625 });
  });

  it("counts segments over all pages together", () => {
    const pages = [
      scorePage({ with: ["a", "b", "c"], without: ["x"] }, "a b c x"),
      scorePage({ with: ["q"], without: [] }, "r"),
    ];
    expect(scoreSet(pages).segments).toMatchObject({ precision: 0.75, recall: 0.75, f1: 0.75 });
  });

  it("tells the standard error of a mean", () => {
    const pages = Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? half : full));
    const { error } = scoreSet(pages).words!;
    expect(error).toBeGreaterThan(0.02);
    expect(error).toBeLessThan(0.03);
    expect(scoreSet(pages).words!.error).toBe(error);
    expect(scoreSet([full, full]).words!.error).toBe(0);
  });

  it("leaves out what its pages have no gold for", () => {
    expect(scoreSet([half])).not.toHaveProperty("segments");
    expect(scoreSet([])).toEqual({ pages: 0 });
  });
});

it("a sample is spread over the whole, in order, without repeats", () => {
  expect(spreadSample(10, 3)).toEqual([1, 5, 8]);
  expect(spreadSample(3, 10)).toEqual([0, 1, 2]);
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (size, limit) => {
      const sample = spreadSample(size, limit);
      expect(sample.length).toBe(Math.min(size, limit));
      expect(sample.every((index, i) => index < size && (i === 0 || index > sample[i - 1]!))).toBe(true);
    }),
  );
});
