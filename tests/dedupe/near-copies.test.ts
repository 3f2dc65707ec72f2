import { expect, test } from "vitest";
import { nearCopies } from "../../src/dedupe/near-copies.ts";
import { brief, decide, documentOf, prose, seeded, word } from "./synthetic-corpus.ts";

const decided = (...documents: string[][]) =>
  brief(
    decide(
      [nearCopies],
      documents.map((texts) => documentOf(texts)),
    ),
  );
const random = seeded(77);
const article = Array.from({ length: 6 }, () => prose(random, 40));

test("an identical document goes with score 1, whatever its blocks", () => {
  const drops = decide([nearCopies], [documentOf(article), documentOf([article.join(" ")])]);
  expect(brief(drops)).toEqual(["1.-1 < 0.-1"]);
  expect(drops[0]!.shared).toBe(drops[0]!.union);
});

test("a copy with a paragraph less goes, one with half of them stays", () => {
  expect(decided(article, article.slice(0, 5), article.slice(0, 3))).toEqual(["1.-1 < 0.-1"]);
});

test("a copy with another number stays", () => {
  expect(decided([...article, "Seen 1 time."], [...article, "Seen 2 times."])).toEqual([]);
  expect(decided([...article, "Seen 1 time."], [...article, "Seen 1 time only."])).toEqual(["1.-1 < 0.-1"]);
});

test("short documents go only when identical", () => {
  const words = Array.from({ length: 19 }, (_, i) => word(i));
  expect(decided([words.join(" ")], [[...words.slice(1), word(0)].join(" ")], [`${words.join(", ")}!`])).toEqual([
    "2.-1 < 0.-1",
  ]);
  expect(decided(["Error"], ["Error."], ["Terror"], ["* * *"], ["* * *"])).toEqual(["1.-1 < 0.-1"]);
});

test("headings and lists count as part of a document", () => {
  const list = article.map((text) => `- ${text}`);
  expect(decided(["# One title", ...list], ["# One title", ...list])).toEqual(["1.-1 < 0.-1"]);
});
