import type { KeyCounts } from "./key-counts.ts";

const histogram: Uint32Array = new Uint32Array(256);
let counts: Uint8Array = new Uint8Array(1024);

/**
 * Calls `each` with the keys by which a set of shingles is looked up: of its `prefix` rarest those that another fact may
 * hold as well. Any order of the shingles that is the same for all sets makes the search complete (prefix filtering:
 * Chaudhuri, Ganti and Kaushik 2006); rarest first makes it short, and most texts have so many shingles of their own that
 * no key is left. Equally rare ones come in the order of their hashes.
 */
export function visitRarestKeys(
  known: KeyCounts,
  { values, from, to, numbers, prefix }: KeySet,
  each: (key: number) => void,
): void {
  const size = to - from;
  let own = 0;
  for (let i = from; i < to && own < prefix; i++) if (known.of(values[i]! ^ numbers) === 1) own++;
  if (own >= prefix) return;
  if (counts.length < size) counts = new Uint8Array(2 * size);
  histogram.fill(0);
  for (let i = 0; i < size; i++) {
    const count = known.of(values[from + i]! ^ numbers);
    counts[i] = count;
    histogram[count]!++;
  }
  const { limit, atLimit } = cut(prefix);
  let left = atLimit;
  for (let i = 0; i < size; i++) {
    const count = counts[i]!;
    if (count > limit || (count === limit && left-- <= 0) || count === 1) continue;
    each((values[from + i]! ^ numbers) >>> 0);
  }
}

/** A set of shingles, ascending, the hash that keeps it apart from others, and how many of them are to be keys. */
export interface KeySet {
  values: Uint32Array;
  from: number;
  to: number;
  numbers: number;
  prefix: number;
}

/** The count up to which shingles are in the prefix, and how many of just that count. */
function cut(prefix: number): { readonly limit: number; readonly atLimit: number } {
  let taken = 0;
  for (let count = 0; count < 256; count++) {
    if (taken + histogram[count]! >= prefix) return { limit: count, atLimit: prefix - taken };
    taken += histogram[count]!;
  }
  return { limit: 255, atLimit: histogram[255]! };
}
