import { sortHashes } from "./hash-sort.ts";

/** Words a shingle. Three keep word order and still let one changed word touch only three of them. */
const WIDTH = 3;

/**
 * Hash of three neighbouring words; each step is a bijection of the state, so no word of the three can cancel another.
 */
function shingle(first: number, second: number, third: number): number {
  let h = Math.imul(first, 0x9e3779b1);
  h = Math.imul((h ^ (h >>> 15)) + second, 0x85ebca77);
  h = Math.imul((h ^ (h >>> 13)) + third, 0xc2b2ae3d);
  return h ^ (h >>> 16);
}

let unsorted: Uint32Array = new Uint32Array(1024);

/**
 * Writes the distinct word 3-grams of `words[from..to)` to the front of `into`, ascending, and gives their number. A
 * text of one or two words has one shingle, made of what there is. `into` needs room for as many values as words.
 */
export function writeShingles(words: Uint32Array, from: number, to: number, into: Uint32Array): number {
  const count = to - from;
  if (count === 0) return 0;
  if (count < WIDTH) {
    into[0] = shingle(count, words[from]!, count === 1 ? 0 : words[from + 1]!);
    return 1;
  }
  const total = count - WIDTH + 1;
  if (unsorted.length < total) unsorted = new Uint32Array(2 * total);
  const hashes = unsorted;
  for (let i = 0; i < total; i++) hashes[i] = shingle(words[from + i]!, words[from + i + 1]!, words[from + i + 2]!);
  sortHashes(hashes, total, into);
  let distinct = 1;
  for (let i = 1; i < total; i++) if (into[i] !== into[i - 1]) into[distinct++] = into[i]!;
  return distinct;
}
