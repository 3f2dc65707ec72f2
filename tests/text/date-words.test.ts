import { expect, it } from "vitest";
import { dateWords } from "../../src/text/date-words.ts";

it.each([
  ["en", ["january", "jan", "may", "sunday", "sun"]],
  ["de-CH", ["märz", "dienstag", "march"]],
  ["ru", ["март", "марта", "вторник"]],
  ["ar", ["مارس", "الأحد"]],
])("knows months and weekdays in %s", (lang, words) => {
  for (const word of words) expect(dateWords(lang), word).toContain(word);
});

it("knows English where a language is none, and makes a table only once", () => {
  for (const lang of [undefined, "", "tlh", "no such", "x-y"]) expect(dateWords(lang)).toContain("january");
  expect(dateWords("de")).toBe(dateWords("de-AT"));
});

it("takes no numeral and no mark for a word", () => {
  for (const lang of ["en", "ja", "zh", "ko", "fa"]) for (const word of dateWords(lang)) expect(word).toMatch(/\p{L}/u);
});
