import type { Fact } from "../core/corpus-stage.ts";
import { writeShingles } from "../text/shingles.ts";
import type { Run } from "../text/similarity.ts";
import type { WordList } from "../text/words.ts";
import { allocate } from "./arena.ts";
import type { WordRange } from "./document-words.ts";

/** Similarity of shingle sets from which two texts are near-identical, as an integer ratio: exact on every machine. */
export const ALIKE_PARTS = 4;
export const ALIKE_WHOLE = 5;

const HEADER = 4;
const NOTHING: Uint32Array = new Uint32Array(0);
let scratch = new Uint32Array(4096);

/**
 * A fact as it is compared: its data are word count, numbers, how many shingles and names there are, the shingles, the
 * names, and what a stage adds.
 */
export interface ShingledUnit {
  readonly words: number;
  /** Units that differ in it are never alike: the hash of the numbers and negations in the text. */
  readonly numbers: number;
  /** Ascending. */
  readonly shingles: Run;
  /** Words with a capital inside a sentence, in their order. */
  readonly names: Run;
  /** What the stage added: the words of a short paragraph, the hash of a short document. */
  readonly extra: Run;
}

/**
 * How many of the shingles of a set, in any order that is the same for all sets, must be keys so that two sets of Jaccard
 * similarity >= 4/5 surely share one (prefix filtering: Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007).
 * Such a set has at least ceil(4n/5) of its n members in common with the other, so n - ceil(4n/5) may be missing before
 * the first that is not.
 */
export function jaccardPrefix(shingles: number): number {
  return shingles - Math.ceil((shingles * ALIKE_PARTS) / ALIKE_WHOLE) + 1;
}

/** Makes the fact of a stretch of words. */
export function shingleFact(words: WordList, range: WordRange, extra: Uint32Array): Omit<Fact, "document"> {
  const { from, to, names } = range;
  if (scratch.length < to - from) scratch = new Uint32Array(2 * (to - from));
  const count = writeShingles(words.low, from, to, scratch);
  return unitFact(range, scratch.subarray(0, count), words.names.subarray(...names), extra);
}

/** The fact of a text that is compared by its hash alone; `hash` is 128 bits. */
export function hashFact(range: WordRange, hash: Uint32Array): Omit<Fact, "document"> {
  return unitFact(range, hash.subarray(0, 1), NOTHING, hash.subarray(1));
}

function unitFact(
  { block, from, to, numbers }: WordRange,
  shingles: Uint32Array,
  names: Uint32Array,
  extra: Uint32Array,
): Omit<Fact, "document"> {
  const data = allocate(HEADER + shingles.length + names.length + extra.length);
  data[0] = to - from;
  data[1] = numbers;
  data[2] = shingles.length;
  data[3] = names.length;
  let at = HEADER;
  for (let i = 0; i < shingles.length; i++) data[at++] = shingles[i]!;
  for (let i = 0; i < names.length; i++) data[at++] = names[i]!;
  for (let i = 0; i < extra.length; i++) data[at++] = extra[i]!;
  return { block, data };
}

/** A unit that reads one fact after the other, so that comparing makes no objects. */
export class UnitReader implements ShingledUnit {
  words = 0;
  numbers = 0;
  readonly shingles: { values: Uint32Array; from: number; to: number };
  readonly names: { values: Uint32Array; from: number; to: number };
  readonly extra: { values: Uint32Array; from: number; to: number };

  constructor() {
    const values = new Uint32Array(0);
    this.shingles = { values, from: 0, to: 0 };
    this.names = { values, from: 0, to: 0 };
    this.extra = { values, from: 0, to: 0 };
  }

  read(values: Uint32Array, from: number, to: number): this {
    this.words = values[from]!;
    this.numbers = values[from + 1]!;
    this.shingles.values = this.names.values = this.extra.values = values;
    this.shingles.from = from + HEADER;
    this.shingles.to = this.names.from = from + HEADER + values[from + 2]!;
    this.names.to = this.extra.from = this.names.from + values[from + 3]!;
    this.extra.to = to;
    return this;
  }
}
