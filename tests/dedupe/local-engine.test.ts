import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pair } from "../../src/core/corpus-stage.ts";
import { corpusStages } from "../../src/dedupe/corpus-stages.ts";
import { FactTable } from "../../src/dedupe/fact-table.ts";
import { greedyLeader } from "../../src/dedupe/greedy-leader.ts";
import { identicalParagraphs } from "../../src/dedupe/identical-paragraphs.ts";
import { decideLocally } from "../../src/dedupe/local-engine.ts";
import { brief, decide, documentOf, factsOf, prose, seeded, word } from "./synthetic-corpus.ts";

const rule = identicalParagraphs.rules[0]!;

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

const shuffled = <Item>(items: readonly Item[], seed: number): Item[] => {
  const random = seeded(seed);
  return items
    .map((item) => ({ item, at: random(1e6) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
};

describe("the local engine", () => {
  test("gives the same for facts in any order", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e6 }), fc.nat({ max: 1e6 }), (seed, order) => {
        const facts = corpusStages.map((stage) => factsOf(stage, corpus(seed)));
        const other = decideLocally(corpusStages, (stage) => FactTable.of(shuffled(facts[stage]!, order)));
        expect(other).toEqual(decideLocally(corpusStages, (stage) => FactTable.of(facts[stage]!)));
      }),
      { numRuns: 150 },
    );
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
    expect(drops[1]!.score).toBe(drops[0]!.score);
    expect(drops[1]!.rule.id).toBe("dedupe/identical-paragraph");
  });

  test("finds a paragraph twice in one document as well as across documents", () => {
    const text = prose(seeded(4), 30);
    expect(
      brief(decide([identicalParagraphs], [documentOf([text, "# A heading", text]), documentOf(["- item", text])])),
    ).toEqual(["0.2 < 0.0", "1.1 < 0.0"]);
  });

  test("many copies of one paragraph make one pair each", () => {
    const facts = factsOf(
      identicalParagraphs,
      Array.from({ length: 5000 }, () => documentOf([prose(seeded(6), 30)])),
    );
    expect([...identicalParagraphs.compare(facts, facts[0]!.keys[0]!)]).toHaveLength(4999);
  });

  test("no facts, no drops", () => {
    expect(decideLocally(corpusStages, () => FactTable.of([]))).toEqual([]);
    expect(decide(corpusStages, [documentOf([]), documentOf([])])).toEqual([]);
  });
});

test("the greedy leader drops what an earlier kept unit is like, and nothing else", () => {
  const edges = fc.uniqueArray(
    fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 })).filter(([a, b]) => a < b),
    {
      selector: ([a, b]) => `${a} ${b}`,
    },
  );
  fc.assert(
    fc.property(edges, (list) => {
      const ordered = list.toSorted(([a, b], [c, d]) => b - d || a - c);
      const pairs = ordered.map(
        ([a, b]): Pair => ({ first: { document: a, block: 0 }, second: { document: b, block: 0 }, score: 1 }),
      );
      const expected: string[] = [];
      const kept: number[] = [];
      for (let unit = 0; unit <= 12; unit++) {
        const leader = kept.find((k) => list.some(([a, b]) => a === k && b === unit));
        if (leader === undefined) kept.push(unit);
        else expected.push(`${unit}.0 < ${leader}.0`);
      }
      expect(brief(greedyLeader(pairs, rule))).toEqual(expected);
    }),
  );
});
