import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { PACKED, pack, readNgramTable } from "../../src/text/ngram-table.ts";

it("has what eld's list has as a module", () => {
  const path = fileURLToPath(new URL("../ngrams/extrasmall.js", import.meta.resolve("eld/extrasmall")));
  const { ngramsData } = createRequire(import.meta.url)(path) as {
    ngramsData: { languages: Record<string, string>; ngrams: Record<string, Record<string, number>> };
  };
  const table = readNgramTable();
  expect(table.languages).toEqual(Object.values(ngramsData.languages));
  const listed = Object.entries(ngramsData.ngrams);
  expect(table.ngrams.count).toBe(listed.length);
  const different = listed.filter(([ngram, said]) => {
    const letters = Uint8Array.from(ngram, (letter) => letter.charCodeAt(0));
    const found = table.ngrams.find(
      pack(letters, 0, Math.min(PACKED, letters.length)),
      pack(letters, PACKED, letters.length),
    );
    const ours = Array.from(table.language.slice(table.from[found], table.from[found + 1]), (language, i) => [
      language,
      table.points[table.from[found]! + i]! - 53,
    ]);
    return JSON.stringify(ours) !== JSON.stringify(Object.entries(said).map(([key, points]) => [Number(key), points]));
  });
  expect(different).toEqual([]);
});
