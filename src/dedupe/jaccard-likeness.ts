import { intersectionSize } from "../text/similarity.ts";
import type { Likeness } from "./duplicate-stage.ts";
import { ALIKE_PARTS, ALIKE_WHOLE, type ShingledUnit } from "./shingle-fact.ts";

const sizeOf = ({ shingles }: ShingledUnit): number => shingles.to - shingles.from;

/** Jaccard similarity of the shingle sets, in whole numbers. */
export const jaccardLikeness: Likeness = {
  mayBeAlike(a, b) {
    const [smaller, larger] = sizeOf(a) < sizeOf(b) ? [sizeOf(a), sizeOf(b)] : [sizeOf(b), sizeOf(a)];
    return smaller * ALIKE_WHOLE >= larger * ALIKE_PARTS;
  },
  shared(a, b) {
    // shared / (total - shared) >= parts / whole
    const needed = Math.ceil(((sizeOf(a) + sizeOf(b)) * ALIKE_PARTS) / (ALIKE_PARTS + ALIKE_WHOLE));
    return Math.max(0, intersectionSize(a.shingles, b.shingles, needed));
  },
  union: (a, b, shared) => sizeOf(a) + sizeOf(b) - shared,
};
