/**
 * Numbers pairs of 32-bit integers in the order in which they are first seen. Open addressing in typed arrays: a `Map` makes
 * an object of every key beyond 2^30, as hashes nearly all are.
 */
export class PairIndex {
  count = 0;
  /** One more than the number of the pair that stands in a slot; 0 for a free slot. */
  private slots: Int32Array;
  /** The pairs by their numbers. */
  first: Int32Array;
  second: Int32Array;

  /** `expected` pairs find room without growing. */
  constructor(expected: number) {
    const size = 1 << (33 - Math.clz32(Math.max(8, expected)));
    this.slots = new Int32Array(size);
    this.first = new Int32Array(size >> 1);
    this.second = new Int32Array(size >> 1);
  }

  /** The number of a pair; one that was not seen gets the next. */
  add(first: number, second = 0): number {
    if (this.count === this.first.length) this.grow();
    const slot = this.slotOf(first | 0, second | 0);
    const found = this.slots[slot]!;
    if (found > 0) return found - 1;
    this.first[this.count] = first;
    this.second[this.count] = second;
    this.slots[slot] = ++this.count;
    return this.count - 1;
  }

  has(first: number, second = 0): boolean {
    return this.slots[this.slotOf(first | 0, second | 0)]! > 0;
  }

  /** The number of a pair, -1 where it was not seen. */
  find(first: number, second = 0): number {
    return this.slots[this.slotOf(first | 0, second | 0)]! - 1;
  }

  /** The slot of a pair, or the free one where it would stand. */
  private slotOf(first: number, second: number): number {
    const last = this.slots.length - 1;
    let hash = Math.imul(first ^ Math.imul(second, 0x2c1b3c6d), 0x7feb352d);
    hash ^= hash >>> 15;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const at = this.slots[slot]! - 1;
      if (at < 0 || (this.first[at] === first && this.second[at] === second)) return slot;
    }
  }

  private grow(): void {
    this.slots = new Int32Array(2 * this.slots.length);
    this.first = doubled(this.first);
    this.second = doubled(this.second);
    for (let at = 0; at < this.count; at++) this.slots[this.slotOf(this.first[at]!, this.second[at]!)] = at + 1;
  }
}

function doubled(array: Int32Array): Int32Array {
  const longer = new Int32Array(2 * array.length);
  longer.set(array);
  return longer;
}
