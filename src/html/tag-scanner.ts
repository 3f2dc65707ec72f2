import { isSpace, unitTable } from "./character-class.ts";
import type { GrowingTree } from "./growing-tree.ts";
import { nextHash, TagNumbers } from "./tag-numbers.ts";

const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

/** Units at which to look closer: those that end a name, and the NUL that stands after a page. */
const endsTagName = unitTable("\0\t\n\f\r />");
const endsName = unitTable("\0\t\n\f\r />=");
const endsValue = unitTable("\0\t\n\f\r >");

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
    while (endsTagName[unit] === 0 || (unit === 0 && at < length)) {
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
    if (this.attributesAt >= 0) this.tree.attributesSize = this.attributesAt;
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
    while (endsName[unit] === 0 || (unit === 0 && at < length)) unit = units[++at]!;
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
      at = this.tree.source.indexOf(unit === SINGLE_QUOTE ? "'" : '"', valueStart);
      if (at < 0) at = length;
    } else while (endsValue[unit] === 0 || (unit === 0 && at < length)) unit = units[++at]!;
    this.record(nameStart, nameEnd, valueStart, at);
    return quoted ? at + 1 : at;
  }

  private record(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    const { tree } = this;
    if (tree.attributesSize + 5 > tree.attributes.length) tree.growAttributes();
    const { attributes } = tree;
    let at = tree.attributesSize;
    if (this.attributesAt < 0) {
      this.attributesAt = at;
      attributes[at++] = 0;
    }
    attributes[this.attributesAt]!++;
    attributes[at] = nameStart;
    attributes[at + 1] = nameEnd;
    attributes[at + 2] = valueStart;
    attributes[at + 3] = valueEnd;
    tree.attributesSize = at + 4;
  }
}
