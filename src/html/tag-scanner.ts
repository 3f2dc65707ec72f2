import { isSpace } from "./character-class.ts";
import type { GrowingTree } from "./growing-tree.ts";
import { nextHash, TagNumbers } from "./tag-numbers.ts";

const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

/** Reads one tag at a time: its name, its attributes, and where it ends. */
export class TagScanner {
  /** Number of the name read last. */
  tag = 0;
  /** Span of the tag read last, from its `<` on. */
  start = 0;
  end = 0;
  selfClosing = false;
  /** Record of its attributes in the tree, -1 when it has none. */
  attributesAt = -1;
  private used = 0;
  private readonly tree: GrowingTree;
  private readonly units: Uint16Array;
  private readonly length: number;
  private readonly numbers: TagNumbers;

  constructor(tree: GrowingTree, units: Uint16Array) {
    this.tree = tree;
    this.units = units;
    this.length = tree.source.length;
    this.numbers = new TagNumbers(tree.otherNames);
  }

  /** Reads the tag that begins at `start` and whose name begins at `at`; false when the page ends inside it. */
  read(start: number, at: number): boolean {
    const { units, length } = this;
    const nameStart = at;
    let hash = 0;
    let unit = units[at]!;
    while (unit !== GREATER && unit !== SLASH && !isSpace(unit) && at < length) {
      hash = nextHash(hash, unit);
      unit = units[++at]!;
    }
    if (at >= length) return false;
    this.selfClosing = false;
    this.attributesAt = -1;
    const end = unit === GREATER ? at + 1 : this.readAttributes(at);
    if (end < 0) return false;
    this.tag = this.numbers.numberOf(this.tree.source, units, nameStart, at, hash);
    this.start = start;
    this.end = end;
    return true;
  }

  /** Takes back the attributes just recorded: those of end tags mean nothing. */
  forgetAttributes(): void {
    if (this.attributesAt >= 0) this.used = this.attributesAt;
    this.attributesAt = -1;
  }

  /** From the end of the tag's name on. Returns the end of the tag, -1 when it has none. */
  private readAttributes(at: number): number {
    const { units, length } = this;
    for (;;) {
      let slash = -1;
      let unit = units[at]!;
      while (isSpace(unit) || unit === SLASH) {
        if (unit === SLASH) slash = at;
        unit = units[++at]!;
      }
      if (at >= length) {
        this.forgetAttributes();
        return -1;
      }
      if (unit === GREATER) {
        this.selfClosing = slash >= 0 && slash === at - 1;
        return at + 1;
      }
      at = this.readAttribute(at);
    }
  }

  private readAttribute(nameStart: number): number {
    const { units, length } = this;
    let at = nameStart + 1;
    let unit = units[at]!;
    while (unit !== EQUALS && unit !== GREATER && unit !== SLASH && !isSpace(unit) && at < length) unit = units[++at]!;
    const nameEnd = at;
    while (isSpace(unit)) unit = units[++at]!;
    if (unit !== EQUALS) {
      this.record(nameStart, nameEnd, nameEnd, nameEnd);
      return nameEnd;
    }
    do unit = units[++at]!;
    while (isSpace(unit));
    const quoted = unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE;
    const valueStart = quoted ? at + 1 : at;
    if (quoted) {
      const quote = unit;
      do unit = units[++at]!;
      while (unit !== quote && at < length);
    } else while (unit !== GREATER && !isSpace(unit) && at < length) unit = units[++at]!;
    this.record(nameStart, nameEnd, valueStart, at);
    return quoted ? at + 1 : at;
  }

  private record(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    let { attributes } = this.tree;
    if (this.used + 5 > attributes.length) {
      attributes = new Int32Array(attributes.length * 2);
      attributes.set(this.tree.attributes);
      this.tree.attributes = attributes;
    }
    if (this.attributesAt < 0) {
      this.attributesAt = this.used;
      attributes[this.used++] = 0;
    }
    attributes[this.attributesAt]!++;
    attributes[this.used++] = nameStart;
    attributes[this.used++] = nameEnd;
    attributes[this.used++] = valueStart;
    attributes[this.used++] = valueEnd;
  }
}
