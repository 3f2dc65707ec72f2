const [LEAST_BITS, MOST_BITS] = [12, 27];
const FULL = 255;

/**
 * How many facts hold a key, at least: one byte a slot, up to 255, keys that fall into one slot counted together. So a
 * count of 1 is proof that no other fact holds the key. The size follows from that of the corpus alone, never from the
 * memory there is: which keys are looked up must not depend on the machine. 128 MB at the most.
 */
export class KeyCounts {
  private readonly counts: Uint8Array;
  private readonly shift: number;

  constructor(expected: number) {
    const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, 32 - Math.clz32(Math.min(expected, 2 ** 31))));
    this.counts = new Uint8Array(2 ** bits);
    this.shift = 32 - bits;
  }

  add(key: number): void {
    const slot = key >>> this.shift;
    const count = this.counts[slot]!;
    if (count < FULL) this.counts[slot] = count + 1;
  }

  of(key: number): number {
    return this.counts[key >>> this.shift]!;
  }
}
