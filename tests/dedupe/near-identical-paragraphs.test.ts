import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commonSubsequence } from "../../bench/dedupe/oracle.ts";
import type { DuplicateDrop } from "../../src/core/corpus-stage.ts";
import { LONGEST_PARTNER } from "../../src/dedupe/edit-prefix.ts";
import { nearIdenticalParagraphs } from "../../src/dedupe/near-identical-paragraphs.ts";
import { NEGATIONS } from "../../src/text/telling-words.ts";
import { brief, decide, documentOf, prose, seeded, word } from "./synthetic-corpus.ts";

type Words = readonly string[];

const trigrams = (words: Words) => new Set(words.slice(2).map((_, i) => words.slice(i, i + 3).join(" ")));
/** Numbers and denials; some made words happen to deny. */
const told = (words: Words) =>
  words
    .filter((text) => /\d/.test(text) || NEGATIONS.includes(text))
    .map((text) => (/\d/.test(text) ? text : "not"))
    .join(" ");

/** The definition, on strings. */
function alike(a: Words, b: Words): number {
  if (told(a) !== told(b)) return 0;
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (shorter < 30) {
    const common = commonSubsequence(a, b);
    return common * 10 >= longer * 9 ? common / longer : 0;
  }
  const [mine, theirs] = [trigrams(a), trigrams(b)];
  const shared = [...mine].filter((text) => theirs.has(text)).length;
  const union = mine.size + theirs.size - shared;
  return shared * 5 >= union * 4 ? shared / union : 0;
}

/** Naive greedy leader over all pairs. */
function bruteForce(paragraphs: readonly Words[]): [number, number, number][] {
  const kept: number[] = [];
  const drops: [number, number, number][] = [];
  for (const [i, words] of paragraphs.entries()) {
    const leader = kept.find((k) => alike(paragraphs[k]!, words) > 0);
    if (leader === undefined) kept.push(i);
    else drops.push([i, leader, alike(paragraphs[leader]!, words)]);
  }
  return drops;
}

const decided = (paragraphs: readonly Words[]) =>
  decide(
    [nearIdenticalParagraphs],
    paragraphs.map((words) => documentOf([words.join(" ")])),
  ).map(({ document, keptInstead, shared, union }: DuplicateDrop) => [document, keptInstead.document, shared / union]);

/** Changes, takes out or puts in words at random places. */
function edited(words: Words, edits: number, random: (below: number) => number): string[] {
  const result = [...words];
  for (let i = 0; i < edits; i++) {
    const at = random(result.length);
    const kind = random(3);
    result.splice(at, kind === 2 ? 0 : 1, ...(kind === 0 ? [] : [word(random(9) === 0 ? random(40) : random(20000))]));
  }
  return result;
}

/** Families of near-duplicates around one length, drawn from few words so that shingles repeat inside a text too. */
function family(seed: number, length: number, vocabulary: number): Words[] {
  const random = seeded(seed);
  const seedWords = Array.from({ length }, () => (random(25) === 0 ? `${random(3)}` : word(random(vocabulary))));
  const texts: string[][] = [seedWords];
  for (let i = 0; i < 11; i++)
    texts.push(edited(texts[random(texts.length)]!, random(Math.ceil(length / 8) + 1), random));
  return texts.filter((words) => words.length >= 8);
}

describe("near-identical paragraphs", () => {
  test.each([5, 60, 20000])("are those of the definition over all pairs (vocabulary %i)", (vocabulary) => {
    fc.assert(
      fc.property(fc.nat({ max: 1e6 }), fc.integer({ min: 9, max: 70 }), (seed, length) => {
        const texts = family(seed, length, vocabulary);
        expect(decided(texts)).toEqual(bruteForce(texts));
      }),
      { numRuns: 300 },
    );
  });

  test("are found whatever the place of insertions and deletions, at every short length", () => {
    const random = seeded(11);
    for (let length = 8; length <= LONGEST_PARTNER; length++) {
      for (let round = 0; round < 60; round++) {
        const base = Array.from({ length }, (_, i) => word(round * 100 + i));
        const budget = Math.floor(length / 10);
        const other = [...base];
        for (let i = 0; i < budget; i++) other.splice(random(other.length), 1);
        for (let i = 0; i < budget; i++) other.splice(random(other.length + 1), 0, word(9000 + random(9000)));
        expect(decided([base, other]), `${base.join(" ")} | ${other.join(" ")}`).toEqual(bruteForce([base, other]));
      }
    }
  });

  test("differing numbers keep both, equal ones do not", () => {
    const random = seeded(3);
    const text = (number: string) => `${prose(seeded(5), 40)} It cost ${number} crowns in all.`;
    expect(
      decide([nearIdenticalParagraphs], [documentOf([text("12"), text("13"), `So: ${text("12")}`, prose(random, 30)])])
        .length,
    ).toBe(1);
  });

  test("headings, list items, tables, code and short lines repeat on purpose", () => {
    const long = prose(seeded(8), 25);
    const texts = ["# ", "- ", "| ", "$ "].flatMap((mark) => [mark + long, mark + long]);
    const lines = ["and the mill stands still by the", "and the mill stands still by the"];
    expect(decide([nearIdenticalParagraphs], [documentOf([...texts, ...lines])])).toEqual([]);
    expect(brief(decide([nearIdenticalParagraphs], [documentOf([`> ${long}`, long])]))).toEqual(["0.1 < 0.0"]);
  });

  test("texts without spaces are compared by characters, from sixteen on", () => {
    const text = "市議会は月曜日の夜に古い橋を閉鎖することを決めたと市長は記者会見で述べた";
    const changed = text.replace("夜", "朝");
    const short = "橋は閉鎖されたままである";
    expect(brief(decide([nearIdenticalParagraphs], [documentOf([text, short]), documentOf([short, changed])]))).toEqual(
      ["1.1 < 0.0"],
    );
  });

  test("never the transitive closure: what is like a dropped one only, stays", () => {
    const words = Array.from({ length: 40 }, (_, i) => word(i * 7));
    const step = (n: number) => words.map((text, i) => (i < n * 2 && i % 2 === 0 ? word(5000 + i) : text)).join(" ");
    const chain = [0, 1, 2, 3].map(step);
    const drops = brief(decide([nearIdenticalParagraphs], [documentOf(chain)]));
    expect(drops).toEqual(
      bruteForce(chain.map((text) => text.split(" "))).map(([i, leader]) => `0.${i} < 0.${leader}`),
    );
    expect(drops.length).toBeLessThan(3);
  });

  test("five thousand texts of one template meet their leader only", () => {
    const base = prose(seeded(21), 50).split(" ");
    const documents = Array.from({ length: 5000 }, (_, i) => documentOf([base.with(20, word(i)).join(" ")]));
    let comparisons = 0;
    const { likeness } = nearIdenticalParagraphs;
    const counting = {
      ...nearIdenticalParagraphs,
      likeness: {
        ...likeness,
        shared(...pair: Parameters<typeof likeness.shared>) {
          comparisons++;
          return likeness.shared(...pair);
        },
      },
    };
    const drops = decide([counting], documents);
    // One of the made words denies.
    expect(drops.length).toBeGreaterThan(4990);
    expect(new Set(drops.map((drop) => drop.keptInstead.document)).size).toBeLessThan(10);
    expect(comparisons).toBeLessThanOrEqual(2 * 5000);
  });

  test("a large group of unlike texts with one phrase in common still finds its near-duplicates", () => {
    const random = seeded(31);
    const phrase = "the committee of permanent representatives";
    const texts = Array.from({ length: 1500 }, () => `${phrase} ${prose(random, 40)}`);
    const copies = Array.from({ length: 100 }, (_, i) => `${texts[i * 13]} ${word(i)}`);
    expect(
      decide(
        [nearIdenticalParagraphs],
        [...texts, ...copies].map((text) => documentOf([text])),
      ),
    ).toHaveLength(100);
  });
});
