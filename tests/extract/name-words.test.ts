import fc from "fast-check";
import { expect, it } from "vitest";
import { classBit, NAME_CLASSES } from "../../src/extract/name-classes.ts";
import { NameWords, nameHash } from "../../src/extract/name-words.ts";

/** The plain way. */
function wordsOf(name: string): string[] {
  const words = name.slice(0, 500).matchAll(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g);
  return [...new Set(Array.from(words, ([word]) => word.toLowerCase()))];
}

function hashesOf(text: string, start = 0, end = text.length): number[] {
  const words = new NameWords();
  words.append(text, start, end);
  return [...words.hashes.subarray(0, words.count)];
}

it("parts names at marks, digits and inner capitals", () => {
  const parts = ["site", "nav", "left", "html", "body", "main"];
  expect(hashesOf("siteNav-left2 HTMLBody__main")).toEqual(parts.map(nameHash));
  expect(hashesOf("42 –")).toEqual([]);
});

it("finds the words that a regular expression finds, in any stretch of a text", () => {
  const unit = fc.constantFrom(..."aBcdYZ0-_ éſK");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), fc.nat(9), fc.nat(9), (name, before, after) => {
      const text = `${"A".repeat(before)}${name}${"b".repeat(after)}`;
      expect(hashesOf(text, before, before + name.length)).toEqual(wordsOf(name).map(nameHash));
    }),
    { numRuns: 2000 },
  );
});

it("reads the beginning of a long name", () => {
  for (const name of ["ab ".repeat(400), "A".repeat(499) + "Bc".repeat(9), "menu-".repeat(99) + "footer".repeat(9)])
    expect(hashesOf(name)).toEqual(wordsOf(name).map(nameHash));
});

it("keeps the words of one name after those of another", () => {
  const words = new NameWords();
  for (let i = 0; i < 800; i++) words.append("menu top menu", 0, 13);
  expect(words.count).toBe(1600);
  expect(new Set(words.hashes.subarray(0, 1600))).toEqual(new Set([nameHash("menu"), nameHash("top")]));
});

it("knows the class that a word speaks of", () => {
  const classOf = (word: string) => NAME_CLASSES.filter((_, i) => (classBit(nameHash(word)) >>> i) & 1);
  expect([classOf("sidebar"), classOf("footer"), classOf("replies")]).toEqual([["sidebar"], ["footer"], ["comment"]]);
  expect(classOf("question")).toEqual(["faq"]);
  expect(classBit(nameHash("sidebars"))).toBe(0);
});
