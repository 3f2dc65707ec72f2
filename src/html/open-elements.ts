import { boundaryBits, htmlKey, KINDS, SPECIAL } from "./element-keys.ts";
import { TAG_NAMES } from "./tags.ts";

/**
 * The stack of open elements. For each it knows the nearest boundary of every kind at or below it and the next element
 * of the same name below, so that HTML's searches ("has a p element in button scope") take one comparison however deep
 * the page nests.
 */
export class OpenElements {
  depth = 0;
  /** The innermost element and its key; -1 and 0 when there is none. */
  top = -1;
  topKey = 0;
  nodes: Int32Array<ArrayBuffer> = new Int32Array(64);
  keys: Int32Array<ArrayBuffer> = new Int32Array(64);
  private sameBelow = new Int32Array(64);
  /** A row for each element and, before them, one for none. */
  private nearest = new Int32Array(65 * KINDS).fill(-1);
  private innermost = new Int32Array(TAG_NAMES.length * 4).fill(-1);

  push(node: number, key: number): void {
    const at = this.depth++;
    if (at === this.nodes.length) this.grow();
    if (key >= this.innermost.length) this.learnKeys(key);
    this.nodes[at] = this.top = node;
    this.keys[at] = this.topKey = key;
    this.sameBelow[at] = this.innermost[key]!;
    this.innermost[key] = at;
    const { nearest } = this;
    const row = this.depth * KINDS;
    for (let i = row; i < row + KINDS; i++) nearest[i] = nearest[i - KINDS]!;
    for (let bits = boundaryBits(key); bits !== 0; bits ^= 1 << (31 - Math.clz32(bits)))
      nearest[row + 31 - Math.clz32(bits)] = at;
  }

  pop(): void {
    this.popTo(this.depth - 1);
  }

  /** Closes the element at `at` and all inside it. */
  popTo(at: number): void {
    while (this.depth > at) {
      const last = --this.depth;
      this.innermost[this.keys[last]!] = this.sameBelow[last]!;
    }
    this.top = at > 0 ? this.nodes[at - 1]! : -1;
    this.topKey = at > 0 ? this.keys[at - 1]! : 0;
  }

  /** Where the innermost open element with that key stands, -1 when there is none. */
  find(key: number): number {
    return key < this.innermost.length ? this.innermost[key]! : -1;
  }

  /** Where the innermost boundary of a kind stands. */
  boundary(kind: number): number {
    return this.nearest[this.depth * KINDS + kind]!;
  }

  /** Where the innermost HTML element of that name stands, -1 when none is open or a boundary is inside it. */
  inScope(tag: number, kind: number): number {
    const at = this.find(htmlKey(tag));
    return at >= this.boundary(kind) ? at : -1;
  }

  /** The first special element inside the one at `at`, -1 when there is none. */
  firstSpecialAfter(at: number): number {
    for (let i = at + 1; i < this.depth; i++) if (this.nearest[(i + 1) * KINDS + SPECIAL] === i) return i;
    return -1;
  }

  private grow(): void {
    const longer = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(old.length * 2);
      grown.set(old);
      return grown;
    };
    this.nodes = longer(this.nodes);
    this.keys = longer(this.keys);
    this.sameBelow = longer(this.sameBelow);
    const { nearest } = this;
    this.nearest = new Int32Array((this.nodes.length + 1) * KINDS);
    this.nearest.set(nearest);
  }

  private learnKeys(key: number): void {
    const known = this.innermost;
    this.innermost = new Int32Array(key * 2).fill(-1);
    this.innermost.set(known);
  }
}
