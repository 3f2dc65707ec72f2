/** On how many pages each key stands, of those that stand on at least `least`. A page counts once. */
export function countRepeats<Page>(
  pages: readonly Page[],
  keysOf: (page: Page) => Iterable<number>,
  least: number,
): ReadonlyMap<number, number> {
  // Sorted numbers rather than a map of all keys: nearly every key is of one page only.
  let keys = new Float64Array(1024);
  let length = 0;
  for (const page of pages) {
    for (const key of new Set(keysOf(page))) {
      if (length === keys.length) keys = grown(keys);
      keys[length++] = key;
    }
  }
  keys = keys.subarray(0, length).sort();
  const repeats = new Map<number, number>();
  for (let from = 0, to = 0; from < length; from = to) {
    while (to < length && keys[to] === keys[from]) to++;
    if (to - from >= least) repeats.set(keys[from]!, to - from);
  }
  return repeats;
}

function grown(keys: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(2 * keys.length);
  longer.set(keys);
  return longer;
}
