import type { Likeness } from "./duplicate-stage.ts";

/** Of units whose shingle is the first value of a hash, and whose extra values are the rest of it. */
export const identity: Likeness = {
  mayBeAlike: (a, b) => a.words === b.words,
  shared(a, b) {
    const [x, y] = [a.shingles, b.shingles];
    if (x.values[x.from] !== y.values[y.from]) return 0;
    for (let i = 0; i < a.extra.to - a.extra.from; i++)
      if (a.extra.values[a.extra.from + i] !== b.extra.values[b.extra.from + i]) return 0;
    return a.words;
  },
  union: (_, __, shared) => shared,
};
