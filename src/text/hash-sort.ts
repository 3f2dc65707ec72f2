const MOST_BUCKETS = 2 ** 16;
/** Moves a value, on average, from which the values are no good hashes and sorting by comparison is the safer way. */
const MOST_MOVES = 16;

const starts: Uint32Array = new Uint32Array(MOST_BUCKETS + 1);

/**
 * Writes the first `count` of `values` to `into` in ascending order. Hashes are spread evenly, so their high bits already
 * say nearly where each belongs: one pass puts every value into a bucket of about one, insertion settles the rest. Linear
 * where comparison sort is not, and some five times as fast on a paragraph.
 */
export function sortHashes(values: Uint32Array, count: number, into: Uint32Array): void {
  const bits = Math.min(16, Math.max(1, 32 - Math.clz32(count)));
  const shift = 32 - bits;
  const buckets = 1 << bits;
  starts.fill(0, 0, buckets + 1);
  for (let i = 0; i < count; i++) starts[(values[i]! >>> shift) + 1]!++;
  for (let bucket = 1; bucket <= buckets; bucket++) starts[bucket]! += starts[bucket - 1]!;
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    into[starts[value >>> shift]!++] = value;
  }
  if (!settle(into, count)) into.subarray(0, count).sort();
}

/** Insertion sort that gives up when it has moved too much. */
function settle(values: Uint32Array, count: number): boolean {
  let moves = count * MOST_MOVES;
  for (let i = 1; i < count; i++) {
    const value = values[i]!;
    let at = i;
    for (; at > 0 && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
    values[at] = value;
    moves -= i - at;
    if (moves < 0) return false;
  }
  return true;
}
