import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { corpusStages } from "../../src/dedupe/corpus-stages.ts";
import { decide, documentOf } from "./synthetic-corpus.ts";

const folder = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));
if (!existsSync(folder)) console.warn(`skipped: no sample texts in ${folder}`);

test.skipIf(!existsSync(folder))("no paragraph of five texts on one event is a duplicate of another", () => {
  const texts = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(folder + name, "utf8"));
  expect(texts.length).toBeGreaterThan(0);
  expect(
    decide(
      corpusStages,
      texts.map((text) => documentOf(text.split(/\n\s*\n/).filter((part) => part.trim() !== ""))),
    ),
  ).toEqual([]);
});
