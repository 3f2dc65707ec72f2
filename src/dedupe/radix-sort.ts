/** Keys and what belongs to them, side by side. */
export interface Entries {
  readonly keys: Uint32Array;
  readonly values: Uint32Array;
}

const DIGITS = [
  { shift: 0, size: 2048 },
  { shift: 11, size: 2048 },
  { shift: 22, size: 1024 },
];

export function entriesOf(length: number): Entries {
  return { keys: new Uint32Array(length), values: new Uint32Array(length) };
}

/**
 * The first `count` entries by ascending key, those of one key in the order in which they came: least significant digit
 * first, linear. Uses `spare` and gives one of the two.
 */
export function radixSort(entries: Entries, spare: Entries, count: number): Entries {
  let [from, to] = [entries, spare];
  for (const { shift, size } of DIGITS) {
    const next = digitStarts(from.keys, count, shift, size);
    const { keys, values } = from;
    const { keys: toKeys, values: toValues } = to;
    for (let i = 0; i < count; i++) {
      const key = keys[i]!;
      const digit = (key >>> shift) & (size - 1);
      const place = next[digit]!;
      next[digit] = place + 1;
      toKeys[place] = key;
      toValues[place] = values[i]!;
    }
    [from, to] = [to, from];
  }
  return from;
}

function digitStarts(keys: Uint32Array, count: number, shift: number, size: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (let i = 0; i < count; i++) starts[((keys[i]! >>> shift) & (size - 1)) + 1]!++;
  for (let digit = 1; digit <= size; digit++) starts[digit]! += starts[digit - 1]!;
  return starts;
}
