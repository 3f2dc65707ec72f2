import { expect, it } from "vitest";
import { measurePage } from "../../src/extract/page-measures.ts";
import { repeatedBlocks } from "../../src/extract/repeated-blocks.ts";
import { parseHtml } from "../../src/html/parse-html.ts";

const FIRST = "The ferry left the quay on Monday morning for the first time in three winters.";
const SECOND = "From May on it will cross four times a day, and on Sundays it will cross twice.";
const repeated = (texts: readonly string[], scores: readonly number[], threshold = 0.4): number[] => [
  ...repeatedBlocks(measurePage(parseHtml(texts.map((text) => `<p>${text}</p>`).join(""))).measures, scores, threshold),
];

it("finds the second copy of a kept text", () => {
  expect(repeated([FIRST, SECOND, FIRST, SECOND], [0.9, 0.9, 0.9, 0.9])).toEqual([2, 3]);
});

it("looks only at what is kept", () => {
  expect(repeated([FIRST, FIRST], [0.2, 0.9])).toEqual([]);
  expect(repeated([FIRST, FIRST], [0.9, 0.2])).toEqual([]);
});

it("leaves short blocks, sure ones, and those that say more", () => {
  expect(repeated(["See above.", "See above."], [0.9, 0.9])).toEqual([]);
  expect(repeated([FIRST, FIRST], [0.9, 0.98])).toEqual([]);
  expect(repeated([FIRST, `${FIRST} ${SECOND}`], [0.9, 0.9])).toEqual([]);
});
