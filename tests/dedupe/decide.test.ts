import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { corpusStages } from "../../src/dedupe/corpus-stages.ts";
import { decide as decideIn } from "../../src/dedupe/decide.ts";
import type { DuplicateStage } from "../../src/dedupe/duplicate-stage.ts";
import { factsInMemory } from "../../src/dedupe/fact-source.ts";
import { identicalParagraphs } from "../../src/dedupe/identical-paragraphs.ts";
import { memoryScratch } from "./memory-scratch.ts";
import { brief, decide, documentOf, prose, seeded, word } from "./synthetic-corpus.ts";

/** Documents of paragraphs that repeat, exactly and nearly, within and across documents. */
function corpus(seed: number): ReturnType<typeof documentOf>[] {
  const random = seeded(seed);
  const pool = Array.from({ length: 6 }, () => prose(random, 9 + random(40)));
  const paragraph = () => {
    const words = pool[random(pool.length)]!.split(" ");
    return random(2) === 0 ? words.join(" ") : words.with(random(words.length), word(random(500))).join(" ");
  };
  return Array.from({ length: 8 }, () => documentOf(Array.from({ length: 1 + random(5) }, paragraph)));
}

describe("deciding", () => {
  test("gives the same whatever memory there is", () => {
    const random = seeded(12);
    const texts = Array.from({ length: 700 }, () => prose(random, 40 + random(400)).split(" "));
    const edited = texts.map((words) => words.with(random(words.length), word(random(500))));
    const documents = [...texts, ...edited].map((words) => documentOf([words.join(" "), prose(random, 30)]));
    const factsOf = (stage: number) => factsInMemory(documents, corpusStages[stage]!, () => "");
    const inMemory = decideIn(corpusStages, factsOf).all();
    const file = memoryScratch();
    expect(decideIn(corpusStages, factsOf, { memory: 0, scratch: file }).all()).toEqual(inMemory);
    expect(inMemory.length).toBeGreaterThan(600);
    expect(file.bytes.length).toBeGreaterThan(1e6);
  });

  test("names only what stays, and drops nothing twice", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e6 }), (seed) => {
        const drops = decide(corpusStages, corpus(seed));
        const gone = new Set(drops.map(({ document, block }) => `${document}.${block}`));
        expect(gone.size).toBe(drops.length);
        for (const { block, keptInstead: kept } of drops) {
          expect(gone.has(`${kept.document}.-1`)).toBe(false);
          if (block >= 0) expect(gone.has(`${kept.document}.${kept.block}`)).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("leaves the blocks of a dropped document out of the later stages", () => {
    const random = seeded(2);
    const [opening, middle, end] = [prose(random, 30), prose(random, 30), prose(random, 30)];
    const article = [opening, middle, end];
    const drops = decide(corpusStages, [
      documentOf(article),
      documentOf(article),
      documentOf([prose(random, 30), end, middle]),
    ]);
    expect(brief(drops)).toEqual(["1.-1 < 0.-1", "2.1 < 0.2", "2.2 < 0.1"]);
  });

  test("follows an identical paragraph's kept one to the one that stays", () => {
    const random = seeded(9);
    const first = prose(random, 40);
    const near = `Indeed ${first}`;
    const drops = decide(corpusStages, [
      documentOf([first, prose(random, 90)]),
      documentOf([near, prose(random, 90)]),
      documentOf([prose(random, 90), near]),
    ]);
    expect(brief(drops)).toEqual(["1.0 < 0.0", "2.1 < 0.0"]);
    expect(drops[1]!.shared / drops[1]!.union).toBe(drops[0]!.shared / drops[0]!.union);
    expect(drops[1]!.rule.id).toBe("dedupe/identical-paragraph");
  });

  test("finds a paragraph twice in one document as well as across documents", () => {
    const text = prose(seeded(4), 30);
    expect(
      brief(decide([identicalParagraphs], [documentOf([text, "# A heading", text]), documentOf(["- item", text])])),
    ).toEqual(["0.2 < 0.0", "1.1 < 0.0"]);
  });

  test("many copies of one paragraph cost a comparison each", () => {
    let comparisons = 0;
    const { likeness } = identicalParagraphs;
    const mayBeAlike: typeof likeness.mayBeAlike = (...pair) => {
      comparisons++;
      return likeness.mayBeAlike(...pair);
    };
    const documents = Array.from({ length: 5000 }, () => documentOf([prose(seeded(6), 30)]));
    const counting: DuplicateStage = { ...identicalParagraphs, likeness: { ...likeness, mayBeAlike } };
    const drops = decide([counting], documents);
    expect(new Set(drops.map(({ keptInstead }) => keptInstead.document))).toEqual(new Set([0]));
    expect([drops.length, comparisons]).toEqual([4999, 4999]);
  });

  test("no facts, no drops", () => {
    expect(decide(corpusStages, [])).toEqual([]);
    expect(decide(corpusStages, [documentOf([]), documentOf([])])).toEqual([]);
  });
});
