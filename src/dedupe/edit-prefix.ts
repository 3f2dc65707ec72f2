import { LCS_LIMIT } from "../text/similarity.ts";

/** Below this many words in the shorter text one changed word weighs too much in shingles; words are compared instead. */
export const SHORT_WORDS = 30;

/** Share of the longer text's words that the longest common subsequence must hold, as an integer ratio. */
const SUBSEQUENCE_PARTS = 9;
const SUBSEQUENCE_WHOLE = 10;

/** Whether a common subsequence of `length` words makes texts of these lengths near-identical. */
export function longEnough(length: number, longer: number): boolean {
  return length * SUBSEQUENCE_WHOLE >= longer * SUBSEQUENCE_PARTS;
}

/** Longest text that can still be near-identical to one of fewer than SHORT_WORDS words. */
export const LONGEST_PARTNER: number = Math.floor(((SHORT_WORDS - 1) * SUBSEQUENCE_WHOLE) / SUBSEQUENCE_PARTS);
if (LONGEST_PARTNER > LCS_LIMIT) throw new RangeError("short texts must fit the word LCS");

/**
 * How many shingles of a text of `words` words a near-identical partner may lack, at the worst. A word of the text that
 * is not in the common subsequence breaks the 3 shingles it stands in; a word of the partner that is not in it breaks
 * the 2 shingles of the text that it comes between. Both can happen apart, so counting edits alone is not enough. The
 * worst is looked for over every length of the partner and every sufficient length of the subsequence.
 */
function mostMissing(words: number): number {
  let most = 0;
  for (let partner = 1; partner <= LONGEST_PARTNER; partner++) {
    if (Math.min(words, partner) >= SHORT_WORDS) continue;
    for (let common = Math.min(words, partner); longEnough(common, Math.max(words, partner)); common--)
      most = Math.max(most, 3 * (words - common) + 2 * (partner - common));
  }
  return most;
}

const PREFIXES: readonly number[] = Array.from({ length: LONGEST_PARTNER + 1 }, (_, words) => mostMissing(words) + 1);

/**
 * How many of the smallest distinct shingles must be keys so that near-identical short texts surely share one. With
 * m shingles missing at most, the smallest shared one has at most m before it; and one is shared at all because a text of
 * n words has n - 2 > m places for shingles. 0 for texts too long for this measure.
 */
export function editPrefix(words: number): number {
  return PREFIXES[words] ?? 0;
}
