import { hashSequence } from "../text/hash.ts";
import { PairIndex } from "../text/pair-index.ts";
import type { Measures } from "./measures.ts";

const SHINGLE = 4;
/** Shorter blocks may say the same for a reason. Words. */
const SHORTEST = 8;
/** Share of a block's shingles that the kept blocks before it hold, above which it is a second copy. */
const MOST_SEEN = 0.8;
/** A block this likely stays whatever it repeats. */
const SURE = 0.97;

/** Blocks above the threshold that only say again what a kept block before them says: a page's second copy of its text. */
export function repeatedBlocks(
  { wordFrom, list, words }: Measures,
  scores: ArrayLike<number>,
  threshold: number,
): ReadonlySet<number> {
  const repeated = new Set<number>();
  const seen = new PairIndex(64);
  for (let b = 0; b < scores.length; b++) {
    if (scores[b]! <= threshold) continue;
    const last = wordFrom[b + 1]! - SHINGLE;
    const own: number[] = [];
    let hits = 0;
    for (let i = wordFrom[b]!; i <= last; i++) {
      const hash = hashSequence(list.low, i, i + SHINGLE);
      if (seen.has(hash)) hits++;
      own.push(hash);
    }
    if (words[b]! >= SHORTEST && hits > MOST_SEEN * own.length && scores[b]! < SURE) repeated.add(b);
    else for (const hash of own) seen.add(hash);
  }
  return repeated;
}
