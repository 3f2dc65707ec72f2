import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { oracleDrops } from "../../bench/dedupe/oracle.ts";
import { paragraphPool } from "../../bench/dedupe/paragraph-pool.ts";
import { plantedCorpus } from "../../bench/dedupe/planted-corpus.ts";
import { runEngine } from "../../bench/dedupe/run-engine.ts";

const corpus = [...plantedCorpus(paragraphPool(undefined).slice(0, 500), 3000)];
const texts = corpus.map(({ text }) => text);

test.each([2 ** 29, 0])("what goes is what the definition over strings says, with %i bytes of memory", (memory) => {
  const { dropped, unsearched } = runEngine(texts, memory, tmpdir());
  expect(dropped).toEqual(oracleDrops(texts));
  expect(dropped.size).toBeGreaterThan(100);
  expect(unsearched).toBe(0);
});

test("a text with another number, a denial or another name stays", () => {
  const { dropped } = runEngine(texts, 0, tmpdir());
  const traps = corpus.flatMap(({ trap, text }, i) => (trap && texts.indexOf(text) === i ? [i] : []));
  expect(traps.length).toBeGreaterThan(20);
  expect(traps.filter((i) => dropped.has(i))).toEqual([]);
});
