import type { Fact } from "../core/corpus-stage.ts";
import { writeShingles } from "../text/shingles.ts";
import type { Run } from "../text/similarity.ts";
import type { WordList } from "../text/words.ts";
import { allocate } from "./arena.ts";
import type { WordRange } from "./document-words.ts";

/** Similarity of shingle sets from which two texts are near-identical, as an integer ratio: exact on every machine. */
export const ALIKE_PARTS = 4;
export const ALIKE_WHOLE = 5;

const HEADER = 3;
let scratch = new Uint32Array(4096);

/** A fact as it is compared: `data` is word count, numbers, shingle count, the shingles, and what a stage adds. */
export interface ShingledUnit {
  readonly fact: Omit<Fact, "keys">;
  readonly words: number;
  readonly numbers: number;
  readonly shingles: Run;
  /** What the stage added: the words of a short paragraph, the hash of a short document. */
  readonly extra: Run;
  /** How many of the first shingles are keys. */
  readonly prefix: number;
}

/**
 * How many of the smallest shingles of a set must be keys so that two sets of Jaccard similarity >= 4/5 surely share one
 * (prefix filtering: Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007). Such a set has at least
 * ceil(4n/5) of its n members in common with the other, so n - ceil(4n/5) may be missing before the first that is not.
 */
export function jaccardPrefix(shingles: number): number {
  return shingles - Math.ceil((shingles * ALIKE_PARTS) / ALIKE_WHOLE) + 1;
}

/**
 * Makes the fact of a stretch of words. Keys are the first shingles in the order of their hash, a global order that needs
 * no knowledge of the corpus. Texts with different numbers are never duplicates, so the numbers go into the keys: those
 * texts do not even meet.
 */
export function shingleFact(
  words: WordList,
  { block, from, to, numbers }: WordRange,
  prefixOf: (shingles: number, words: number) => number,
  extra: Uint32Array,
): Omit<Fact, "document"> {
  if (scratch.length < to - from) scratch = new Uint32Array(2 * (to - from));
  const shingles = scratch;
  const count = writeShingles(words.low, from, to, shingles);
  const prefix = Math.min(count, prefixOf(count, to - from));
  const data = allocate(HEADER + count + extra.length);
  data[0] = to - from;
  data[1] = numbers;
  data[2] = count;
  for (let i = 0; i < count; i++) data[HEADER + i] = shingles[i]!;
  for (let i = 0; i < extra.length; i++) data[HEADER + count + i] = extra[i]!;
  if (numbers === 0) return { block, keys: data.subarray(HEADER, HEADER + prefix), data };
  const keys = allocate(prefix);
  for (let i = 0; i < prefix; i++) keys[i] = shingles[i]! ^ numbers;
  return { block, keys, data };
}

/** The shingle by which a unit came to a key. */
export function shingleOfKey(unit: ShingledUnit, key: number): number {
  return (key ^ unit.numbers) >>> 0;
}

export function readUnit(fact: Fact): ShingledUnit {
  const { data } = fact;
  const end = HEADER + data[2]!;
  return {
    fact,
    words: data[0]!,
    numbers: data[1]!,
    shingles: { values: data, from: HEADER, to: end },
    extra: { values: data, from: end, to: data.length },
    prefix: fact.keys.length,
  };
}
