import { hashSequence } from "../../text/hash.ts";
import { PairIndex } from "../../text/pair-index.ts";
import { type FeatureGroup, type FeatureInput, share } from "./feature-group.ts";

/** Words in a shingle. */
const SHINGLE = 4;

/** Text that stands on the page more than once: menus twice, teasers of the story, mobile and desktop copies. */
export const duplicates: FeatureGroup = {
  names: ["sameBefore", "sameAfter", "seenBefore", "seenAfter"],
  fill(input, [sameBefore, sameAfter, seenBefore, seenAfter], spare) {
    fillSame(input, sameBefore!, sameAfter!);
    const { list } = input.measures;
    const hashes = new Uint32Array(list.count);
    for (let i = 0; i + SHINGLE <= list.count; i++) hashes[i] = hashSequence(list.low, i, i + SHINGLE);
    if (seenBefore !== spare) fillSeen(input, hashes, seenBefore!, 1);
    if (seenAfter !== spare) fillSeen(input, hashes, seenAfter!, -1);
  },
};

/** How many blocks before and after are the same. */
function fillSame({ blocks, measures }: FeatureInput, before: Float32Array, after: Float32Array): void {
  const { wordFrom, list } = measures;
  const index = new PairIndex(blocks.count);
  const same = new Int32Array(blocks.count);
  const whole = new Int32Array(blocks.count);
  const earlier = new Int32Array(blocks.count);
  for (let b = 0; b < blocks.count; b++) {
    const number = index.add(hashSequence(list.low, wordFrom[b]!, wordFrom[b + 1]!));
    whole[b] = number;
    earlier[b] = same[number]!++;
    before[b] = earlier[b]!;
  }
  for (let b = 0; b < blocks.count; b++) after[b] = same[whole[b]!]! - earlier[b]! - 1;
}

/** The share of each block's shingles that stands in the blocks before it, or with `step` -1 in those after it. */
function fillSeen({ blocks, measures }: FeatureInput, hashes: Uint32Array, column: Float32Array, step: 1 | -1): void {
  const { wordFrom } = measures;
  const seen = new PairIndex(hashes.length);
  for (let b = step > 0 ? 0 : blocks.count - 1; b >= 0 && b < blocks.count; b += step) {
    const from = wordFrom[b]!;
    const end = wordFrom[b + 1]! - SHINGLE + 1;
    let hits = 0;
    for (let i = from; i < end; i++) if (seen.has(hashes[i]!)) hits++;
    for (let i = from; i < end; i++) seen.add(hashes[i]!);
    column[b] = share(hits, Math.max(0, end - from));
  }
}
