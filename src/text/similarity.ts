/** A stretch of an array, so that comparing needs no view of its own for every pair. */
export interface Run {
  readonly values: Uint32Array;
  readonly from: number;
  readonly to: number;
}

/**
 * How many values two ascending runs of distinct values share, or -1 as soon as `needed` is out of reach: each run may
 * leave out only as many values as it has more than needed.
 */
export function intersectionSize(a: Run, b: Run, needed: number): number {
  const x = a.values;
  const y = b.values;
  let i = a.from;
  let j = b.from;
  let spareA = a.to - i - needed;
  let spareB = b.to - j - needed;
  let shared = 0;
  while (i < a.to && j < b.to && spareA >= 0 && spareB >= 0) {
    const difference = x[i]! - y[j]!;
    if (difference === 0) {
      shared++;
      i++;
      j++;
    } else if (difference < 0) {
      i++;
      spareA--;
    } else {
      j++;
      spareB--;
    }
  }
  return shared < needed ? -1 : shared;
}

/** The smallest value that two ascending runs share, or -1. */
export function firstCommon(a: Run, b: Run): number {
  const x = a.values;
  const y = b.values;
  let i = a.from;
  let j = b.from;
  while (i < a.to && j < b.to) {
    const difference = x[i]! - y[j]!;
    if (difference === 0) return x[i]!;
    if (difference < 0) i++;
    else j++;
  }
  return -1;
}

/** The longest run that {@link lcsLength} takes as its first: one bit of an integer a value. */
export const LCS_LIMIT = 32;

/**
 * Length of the longest common subsequence, with one column of the table held as the bits of an integer
 * (Allison and Dix 1986, in the form of Hyyrö 2004). `a` has at most {@link LCS_LIMIT} values.
 */
export function lcsLength(a: Run, b: Run): number {
  const length = a.to - a.from;
  if (length > LCS_LIMIT) throw new RangeError(`lcsLength takes ${LCS_LIMIT} values, not ${length}`);
  let zeros = -1;
  for (let j = b.from; j < b.to; j++) {
    const matches = zeros & positionsOf(b.values[j]!, a);
    zeros = (zeros + matches) | (zeros & ~matches);
  }
  let found = ~zeros;
  if (length < LCS_LIMIT) found &= (1 << length) - 1;
  let bits = 0;
  for (; found !== 0; found &= found - 1) bits++;
  return bits;
}

function positionsOf(value: number, { values, from, to }: Run): number {
  let positions = 0;
  for (let i = from; i < to; i++) if (values[i] === value) positions |= 1 << (i - from);
  return positions;
}
