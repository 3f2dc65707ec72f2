import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Wording } from "../../src/rules/pack.ts";
import { WordCover } from "../../src/rules/word-cover.ts";
import { FoldedLine, foldWords } from "../../src/text/fold.ts";

const share: Wording = {
  needs: [
    ["share", "pass on"],
    ["{network}", "this story"],
  ],
  with: ["on", "or", "with a friend"],
};

function matches(wording: Wording, line: string): boolean {
  const cover = new WordCover<string>();
  cover.add(wording, "share");
  return cover.match(new FoldedLine(line)) === "share";
}

describe("a wording", () => {
  it("knows a line of nothing but its words", () => {
    expect(matches(share, "Share this story on Facebook or WhatsApp")).toBe(true);
    expect(matches(share, "On Facebook: pass on!")).toBe(true);
    expect(matches(share, "Pass on this story with a friend")).toBe(true);
  });

  it.each([
    ["a word more", "Share this story on Facebook today"],
    ["a need that is missing", "Share with a friend"],
    ["a need that is there in part", "Pass this story on"],
    ["a word of an entry that is cut short", "Share this story with a"],
    ["nothing", ""],
    ["only punctuation", "— … !"],
  ])("leaves a line alone that has %s", (_, line) => {
    expect(matches(share, line)).toBe(false);
  });

  it("covers scripts without spaces", () => {
    const wording: Wording = { needs: [["広告"], ["続きます", "続く"]], with: ["の下に", "記事", "が"] };
    expect(matches(wording, "広告の下に記事が続く")).toBe(true);
    expect(matches(wording, "広告の下に物語が続く")).toBe(false);
  });

  it("lets one word fill two needs only where it stands twice", () => {
    const wording: Wording = { needs: [["a"], ["a", "b"]] };
    expect(matches(wording, "a")).toBe(false);
    expect(matches(wording, "a a")).toBe(true);
    expect(matches(wording, "b a")).toBe(true);
  });

  it("is refused with fewer than two needs or more than four", () => {
    for (const needs of [[], [["a"]], [["a"], ["b"], ["c"], ["d"], ["e"]]])
      expect(() => new WordCover().add({ needs }, "share")).toThrow(/2 to 4/);
  });

  it("gives up on lines that are longer than any prompt", () => {
    expect(matches(share, `share this story ${"or ".repeat(197)}`)).toBe(true);
    expect(matches(share, `share this story ${"or ".repeat(198)}`)).toBe(false);
  });
});

/** Tries every way to part the words into entries. */
function coversByTrial(
  { needs, with: others = [] }: Wording,
  words: readonly string[],
  filled: ReadonlySet<number>,
): boolean {
  if (words.length === 0) return filled.size === needs.length;
  const rest = (entry: string): readonly string[] | undefined => {
    const parts = foldWords(entry);
    return parts.every((part, i) => part === words[i]) ? words.slice(parts.length) : undefined;
  };
  const after = (entry: string, now: ReadonlySet<number>): boolean => {
    const left = rest(entry);
    return left !== undefined && coversByTrial({ needs, with: others }, left, now);
  };
  return (
    others.some((entry) => after(entry, filled)) ||
    needs.some((entries, need) => entries.some((entry) => after(entry, new Set([...filled, need]))))
  );
}

it("finds a cover exactly where trying all of them does", () => {
  const entry = fc
    .array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 2 })
    .map((words) => words.join(" "));
  const entries = fc.uniqueArray(entry, { minLength: 1, maxLength: 3 });
  const wording = fc.record({ needs: fc.array(entries, { minLength: 2, maxLength: 4 }), with: entries });
  const line = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(wording, line, (given, words) => {
      expect(matches(given, words.join(" "))).toBe(coversByTrial(given, words, new Set()));
    }),
  );
});
