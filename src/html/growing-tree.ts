import type { HtmlTree } from "./tree.ts";

/** A tree that is being built: the arrays grow, and an element knows its last child and the sibling before it. */
export class GrowingTree implements HtmlTree {
  readonly source: string;
  size = 0;
  tag: Uint16Array;
  flags: Uint8Array;
  parent: Int32Array;
  firstChild: Int32Array;
  nextSibling: Int32Array;
  start: Int32Array;
  end: Int32Array;
  attributesAt: Int32Array;
  attributes: Int32Array;
  readonly otherNames: string[] = [];
  private lastChild: Int32Array;
  private previousSibling: Int32Array;
  private capacity: number;

  constructor(source: string) {
    this.source = source;
    // Pages have a node for every 20 to 40 units; one that has more makes the arrays grow.
    this.capacity = 64 + (source.length >>> 5);
    const links = () => new Int32Array(this.capacity);
    this.tag = new Uint16Array(this.capacity);
    this.flags = new Uint8Array(this.capacity);
    this.parent = links();
    this.firstChild = links();
    this.nextSibling = links();
    this.start = links();
    this.end = links();
    this.attributesAt = links();
    this.lastChild = links();
    this.previousSibling = links();
    this.attributes = new Int32Array(this.capacity * 2);
  }

  /** A new node that stands nowhere yet. */
  add(tag: number, flags: number, start: number, end: number, attributesAt: number): number {
    const node = this.size++;
    if (node === this.capacity) this.grow();
    this.tag[node] = tag;
    this.flags[node] = flags;
    this.start[node] = start;
    this.end[node] = end;
    this.attributesAt[node] = attributesAt;
    this.parent[node] = -1;
    this.firstChild[node] = -1;
    this.lastChild[node] = -1;
    this.nextSibling[node] = -1;
    this.previousSibling[node] = -1;
    return node;
  }

  /** Makes a node that stands nowhere the last child of `parent`. */
  append(parent: number, node: number): void {
    const last = this.lastChild[parent]!;
    this.parent[node] = parent;
    this.previousSibling[node] = last;
    if (last < 0) this.firstChild[parent] = node;
    else this.nextSibling[last] = node;
    this.lastChild[parent] = node;
  }

  /** Puts a node that stands nowhere right before `sibling`. */
  insertBefore(sibling: number, node: number): void {
    const parent = this.parent[sibling]!;
    const previous = this.previousSibling[sibling]!;
    this.parent[node] = parent;
    this.previousSibling[node] = previous;
    this.nextSibling[node] = sibling;
    this.previousSibling[sibling] = node;
    if (previous < 0) this.firstChild[parent] = node;
    else this.nextSibling[previous] = node;
  }

  detach(node: number): void {
    const parent = this.parent[node]!;
    if (parent < 0) return;
    const previous = this.previousSibling[node]!;
    const next = this.nextSibling[node]!;
    if (previous < 0) this.firstChild[parent] = next;
    else this.nextSibling[previous] = next;
    if (next < 0) this.lastChild[parent] = previous;
    else this.previousSibling[next] = previous;
    this.parent[node] = this.previousSibling[node] = this.nextSibling[node] = -1;
  }

  /** Moves all children of `from` to the childless `to`, and says how many they were. */
  moveChildren(from: number, to: number): number {
    let moved = 0;
    for (let child = this.firstChild[from]!; child >= 0; child = this.nextSibling[child]!) {
      this.parent[child] = to;
      moved++;
    }
    this.firstChild[to] = this.firstChild[from]!;
    this.lastChild[to] = this.lastChild[from]!;
    this.firstChild[from] = this.lastChild[from] = -1;
    return moved;
  }

  private grow(): void {
    this.capacity *= 2;
    const longer = (old: Int32Array): Int32Array => {
      const grown = new Int32Array(this.capacity);
      grown.set(old);
      return grown;
    };
    const { tag, flags } = this;
    this.tag = new Uint16Array(this.capacity);
    this.tag.set(tag);
    this.flags = new Uint8Array(this.capacity);
    this.flags.set(flags);
    this.parent = longer(this.parent);
    this.firstChild = longer(this.firstChild);
    this.nextSibling = longer(this.nextSibling);
    this.start = longer(this.start);
    this.end = longer(this.end);
    this.attributesAt = longer(this.attributesAt);
    this.lastChild = longer(this.lastChild);
    this.previousSibling = longer(this.previousSibling);
  }
}
