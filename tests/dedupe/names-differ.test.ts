import { expect, test } from "vitest";
import { namesDiffer } from "../../src/dedupe/names-differ.ts";

const run = (names: string) => {
  const values = Uint32Array.from([7, ...Array.from(names, (name) => name.charCodeAt(0)), 7]);
  return { values, from: 1, to: values.length - 1 };
};

test.each([
  ["abc", "abd", true],
  ["ab", "ba", true],
  ["aab", "aac", true],
  ["aab", "abc", true],
  ["abc", "ab", false],
  ["abc", "abc", false],
  ["", "abc", false],
  ["aab", "ab", false],
])("of %s and %s", (a, b, differ) => {
  expect(namesDiffer(run(a), run(b))).toBe(differ);
  expect(namesDiffer(run(b), run(a))).toBe(differ);
});
