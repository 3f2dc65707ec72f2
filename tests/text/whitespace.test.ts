import fc from "fast-check";
import { expect, it } from "vitest";
import { collapseWhitespace, isWhitespace, trimCode, withoutWhitespace } from "../../src/text/whitespace.ts";

/** Unicode's White_Space property, by its definition. */
const SPACE = /\p{White_Space}/u;
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(..." \t\n\r\u00a0\u2003\u2028\u3000\u0085\ufeff\u200b", "wheel", "mill", "川", "水", "橋", "é"),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

it("knows white space as Unicode does", () => {
  for (let code = 0; code <= 0xffff; code++)
    expect(isWhitespace(code), code.toString(16)).toBe(SPACE.test(String.fromCharCode(code)));
});

it("changes nothing that is settled already, and no word", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = collapseWhitespace(text);
      expect(collapseWhitespace(once)).toBe(once);
      expect(withoutWhitespace(once)).toBe(withoutWhitespace(text));
      expect(once).not.toMatch(/^ | $| {2}/);
      expect(once.replaceAll(" ", "")).not.toMatch(SPACE);
    }),
    { numRuns: 3000 },
  );
});

it("is the rule that replaces every run, in one search for those that are not settled", () => {
  const byRuns = (text: string): string =>
    text.replace(/\p{White_Space}+/gu, (run, at: number) => {
      const [before, after] = [text[at - 1], text[at + run.length]];
      if (before === undefined || after === undefined) return "";
      const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60]/u;
      return /[\n\v\f\r\u0085\u2028\u2029]/.test(run) && unspaced.test(before) && unspaced.test(after) ? "" : " ";
    });
  fc.assert(
    fc.property(anyText, (text) => {
      expect(collapseWhitespace(text)).toBe(byRuns(text));
    }),
    { numRuns: 3000 },
  );
});

it("parts words by one space, but lines of unspaced scripts by none", () => {
  expect(collapseWhitespace(" The\u00a0 mill\r\nis\u2028shut ")).toBe("The mill is shut");
  expect(collapseWhitespace("旋回橋が\n開いた")).toBe("旋回橋が開いた");
  expect(collapseWhitespace("旋回橋 が")).toBe("旋回橋 が");
  expect(collapseWhitespace("旋回橋\nHollin")).toBe("旋回橋 Hollin");
});

it("keeps the indentation of code", () => {
  expect(trimCode("\n  a  b\t\r\n\r\n    c\r\n \n")).toBe("  a  b\n\n    c");
  fc.assert(
    fc.property(anyText, (text) => {
      expect(trimCode(trimCode(text))).toBe(trimCode(text));
    }),
  );
});
