import { intersectionSize } from "../text/similarity.ts";
import type { Likeness } from "./compare-group.ts";
import { ALIKE_PARTS, ALIKE_WHOLE } from "./shingle-fact.ts";

const sizeOf = ({ shingles }: { shingles: { from: number; to: number } }): number => shingles.to - shingles.from;

/** Jaccard similarity of the shingle sets, in whole numbers up to the score that is reported. */
export const jaccardLikeness: Likeness = {
  mayBeAlike(a, b) {
    const [smaller, larger] = sizeOf(a) < sizeOf(b) ? [sizeOf(a), sizeOf(b)] : [sizeOf(b), sizeOf(a)];
    return smaller * ALIKE_WHOLE >= larger * ALIKE_PARTS;
  },
  score(a, b) {
    const total = sizeOf(a) + sizeOf(b);
    // shared / (total - shared) >= parts / whole
    const needed = Math.ceil((total * ALIKE_PARTS) / (ALIKE_PARTS + ALIKE_WHOLE));
    const shared = intersectionSize(a.shingles, b.shingles, needed);
    return shared < 0 ? 0 : shared / (total - shared);
  },
};
