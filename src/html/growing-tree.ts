import type { HtmlTree } from "./tree.ts";

/** Room for nodes to begin with. */
const ROOM = 2 ** 12;
/** A tree with room for more nodes than this is not kept. */
const MOST_KEPT = 2 ** 18;
let kept: GrowingTree | undefined;

/** A tree that is being built: the arrays grow, and an element knows its last child and the sibling before it. */
export class GrowingTree {
  source = "";
  size = 0;
  tag: Uint16Array = new Uint16Array(ROOM);
  flags: Uint8Array = new Uint8Array(ROOM);
  parent: Int32Array = new Int32Array(ROOM);
  firstChild: Int32Array = new Int32Array(ROOM);
  nextSibling: Int32Array = new Int32Array(ROOM);
  start: Int32Array = new Int32Array(ROOM);
  end: Int32Array = new Int32Array(ROOM);
  attributesAt: Int32Array = new Int32Array(ROOM);
  attributes: Int32Array = new Int32Array(ROOM);
  /** Numbers of `attributes` in use. */
  attributesSize = 0;
  otherNames: string[] = [];
  private lastChild: Int32Array = new Int32Array(ROOM);
  private previousSibling: Int32Array = new Int32Array(ROOM);
  private capacity = ROOM;

  /** An empty tree; one in use at a time, as it takes the memory of the one before. */
  static of(source: string): GrowingTree {
    const tree = kept ?? new GrowingTree();
    kept = undefined;
    tree.source = source;
    tree.size = 0;
    tree.attributesSize = 0;
    tree.otherNames = [];
    return tree;
  }

  /** The tree as it is, in arrays of its own. */
  finish(): HtmlTree {
    const { source, size, otherNames } = this;
    if (this.capacity <= MOST_KEPT && this.attributes.length <= MOST_KEPT * 8) kept = this;
    // One block of memory for all of them is cheaper than one each.
    const memory = new ArrayBuffer(size * 27 + this.attributesSize * 4);
    let used = 0;
    const copy = (numbers: Int32Array, length = size): Int32Array => {
      const copied = new Int32Array(memory, used, length);
      copied.set(numbers.subarray(0, length));
      used += length * 4;
      return copied;
    };
    const parent = copy(this.parent);
    const firstChild = copy(this.firstChild);
    const nextSibling = copy(this.nextSibling);
    const start = copy(this.start);
    const end = copy(this.end);
    const attributesAt = copy(this.attributesAt);
    const attributes = copy(this.attributes, this.attributesSize);
    const tag = new Uint16Array(memory, used, size);
    tag.set(this.tag.subarray(0, size));
    const flags = new Uint8Array(memory, used + size * 2, size);
    flags.set(this.flags.subarray(0, size));
    return {
      source,
      size,
      tag,
      flags,
      parent,
      firstChild,
      nextSibling,
      start,
      end,
      attributesAt,
      attributes,
      otherNames,
    };
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

  growAttributes(): void {
    this.attributes = longer(this.attributes);
  }

  private grow(): void {
    this.capacity *= 2;
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

function longer(old: Int32Array): Int32Array {
  const grown = new Int32Array(old.length * 2);
  grown.set(old);
  return grown;
}
