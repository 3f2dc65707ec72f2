import type { OpenElements } from "./open-elements.ts";

/**
 * Elements a list holds after its last marker at most; the oldest is dropped for a new one. HTML knows no such bound, but
 * without it a page of ever new unclosed elements would take quadratic time.
 */
const MOST = 128;

/**
 * HTML's list of active formatting elements: those that are opened again when a block ended them too early. Markers
 * (node -1) part what is in a table cell, an object or a template from what is around it.
 */
export class ActiveFormatting {
  size = 0;
  /** Entries since the last marker begin here. */
  private floor = 0;
  private nodes = new Int32Array(64);
  private tags = new Uint16Array(64);
  /** Where the element stood on the stack when it was last pushed there. */
  private places = new Int32Array(64);
  /** Of the attributes, 0 where it has not been asked for. */
  private hashes = new Int32Array(64);

  nodeAt(entry: number): number {
    return this.nodes[entry]!;
  }

  placeOf(entry: number): number {
    return this.places[entry]!;
  }

  /** Whether the entry's element is still on the stack. */
  isOpen(entry: number, open: OpenElements): boolean {
    const place = this.places[entry]!;
    return place < open.depth && open.nodes[place] === this.nodes[entry];
  }

  /** Whether there is anything that may have to be opened again. */
  get pending(): boolean {
    return this.size > this.floor;
  }

  get first(): number {
    return this.floor;
  }

  push(node: number, tag: number, place: number): void {
    if (this.size - this.floor >= MOST) this.remove(this.floor);
    this.insert(this.size, node, tag, place);
  }

  insert(entry: number, node: number, tag: number, place: number): void {
    if (this.size === this.nodes.length) this.grow();
    if (entry < this.size) this.move(entry, entry + 1);
    this.size++;
    this.replace(entry, node, place);
    this.tags[entry] = tag;
    this.hashes[entry] = 0;
  }

  replace(entry: number, node: number, place: number): void {
    this.nodes[entry] = node;
    this.places[entry] = place;
  }

  remove(entry: number): void {
    if (entry + 1 < this.size) this.move(entry + 1, entry);
    this.size--;
  }

  mark(): void {
    this.insert(this.size, -1, 0, this.floor);
    this.floor = this.size;
  }

  /** Forgets everything from the last marker on. */
  clearToMarker(): void {
    if (this.floor === 0) this.size = 0;
    else {
      this.size = this.floor - 1;
      this.floor = this.places[this.size]!;
    }
  }

  /** The last entry of that name since the last marker, -1 when there is none. */
  lastOf(tag: number): number {
    for (let entry = this.size - 1; entry >= this.floor; entry--) if (this.tags[entry] === tag) return entry;
    return -1;
  }

  /** The entry of an element, -1 when it has none. */
  entryOf(node: number): number {
    for (let entry = this.size - 1; entry >= this.floor; entry--) if (this.nodes[entry] === node) return entry;
    return -1;
  }

  /** The elements that stood inside of `place` on the stack now stand `by` further in. */
  shift(place: number, by: number): void {
    for (let entry = this.floor; entry < this.size; entry++) if (this.places[entry]! > place) this.places[entry]! += by;
  }

  /**
   * No more than three elements alike: forgets the first of three that have the name and the attributes of `node`, as
   * `hashOf` tells them (two sets of attributes with one hash are taken for the same).
   */
  keepThree(tag: number, node: number, hashOf: (node: number) => number): void {
    let same = 0;
    for (let entry = this.floor; entry < this.size; entry++) if (this.tags[entry] === tag) same++;
    if (same < 3) return;
    const hash = hashOf(node);
    let found = 0;
    for (let entry = this.size - 1; entry >= this.floor; entry--) {
      if (this.tags[entry] !== tag) continue;
      if (this.hashes[entry] === 0) this.hashes[entry] = hashOf(this.nodes[entry]!);
      if (this.hashes[entry] === hash && ++found === 3) this.remove(entry);
    }
  }

  /** Moves all entries from `from` on. */
  private move(from: number, to: number): void {
    this.nodes.copyWithin(to, from, this.size);
    this.tags.copyWithin(to, from, this.size);
    this.places.copyWithin(to, from, this.size);
    this.hashes.copyWithin(to, from, this.size);
  }

  private grow(): void {
    const { nodes, tags, places, hashes } = this;
    this.nodes = new Int32Array(this.size * 2);
    this.tags = new Uint16Array(this.size * 2);
    this.places = new Int32Array(this.size * 2);
    this.nodes.set(nodes);
    this.tags.set(tags);
    this.places.set(places);
    this.hashes = new Int32Array(this.size * 2);
    this.hashes.set(hashes);
  }
}
