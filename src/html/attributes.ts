import { decodeHTMLAttribute } from "entities";
import type { HtmlTree } from "./tree.ts";

/**
 * Walks the attributes of an element without making a string of any. One cursor serves a whole page:
 * `cursor.on(node); while (cursor.next()) …`. Duplicates are all there; in HTML the first one counts.
 */
export class AttributeCursor {
  /** Span of the name in the source. */
  nameStart = 0;
  nameEnd = 0;
  /** Span of the value as written, without its quotes; empty when the attribute has none. */
  valueStart = 0;
  valueEnd = 0;
  private readonly tree: HtmlTree;
  private at = 0;
  private left = 0;

  constructor(tree: HtmlTree) {
    this.tree = tree;
  }

  /** Goes before the first attribute of an element. */
  on(node: number): this {
    const at = this.tree.attributesAt[node]!;
    this.left = at < 0 ? 0 : this.tree.attributes[at]!;
    this.at = at + 1;
    return this;
  }

  /** Goes to the next attribute; false when there is none. */
  next(): boolean {
    if (this.left === 0) return false;
    const { attributes } = this.tree;
    this.left--;
    this.nameStart = attributes[this.at]!;
    this.nameEnd = attributes[this.at + 1]!;
    this.valueStart = attributes[this.at + 2]!;
    this.valueEnd = attributes[this.at + 3]!;
    this.at += 4;
    return true;
  }

  /** Whether the attribute has that name, which is given in lower case. */
  isNamed(name: string): boolean {
    const length = this.nameEnd - this.nameStart;
    return length === name.length && hasNameAt(this.tree.source, this.nameStart, name);
  }

  get source(): string {
    return this.tree.source;
  }

  /** Whether the value is what is written: nothing in it is decoded. */
  isVerbatim(): boolean {
    const { source } = this.tree;
    for (let at = this.valueStart; at < this.valueEnd; at++) {
      const unit = source.charCodeAt(at);
      if (unit === 38 || unit === 13 || unit === 0) return false;
    }
    return true;
  }

  /** The value as a reader of the attribute gets it. */
  value(): string {
    return decodeValue(this.tree.source.slice(this.valueStart, this.valueEnd));
  }
}

/** The value of an element's attribute, references decoded; undefined when it has none of that (lower-case) name. */
export function attribute(tree: HtmlTree, node: number, name: string): string | undefined {
  return attributeOf(tree, tree.attributesAt[node]!, name);
}

/** The same for a record of attributes, -1 for none. */
export function attributeOf(tree: HtmlTree, at: number, name: string): string | undefined {
  const { attributes, source } = tree;
  if (at < 0) return undefined;
  for (let i = at + 1, end = i + attributes[at]! * 4; i < end; i += 4) {
    const start = attributes[i]!;
    if (attributes[i + 1]! - start === name.length && hasNameAt(source, start, name))
      return decodeValue(source.slice(attributes[i + 2]!, attributes[i + 3]!));
  }
  return undefined;
}

function hasNameAt(source: string, start: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const unit = source.charCodeAt(start + i);
    const wanted = name.charCodeAt(i);
    if (unit !== wanted && !(unit >= 65 && unit <= 90 && (unit | 32) === wanted)) return false;
  }
  return true;
}

function decodeValue(raw: string): string {
  let value = raw;
  if (value.includes("\r")) value = value.replace(/\r\n?/g, "\n");
  if (value.includes("\0")) value = value.replaceAll("\0", "\ufffd");
  return value.includes("&") ? decodeHTMLAttribute(value) : value;
}

/** A number (never 0) that is the same for elements with the same attributes, in whatever order they are written. */
export function attributesHash(tree: Pick<HtmlTree, "attributes" | "source">, at: number): number {
  if (at < 0) return 1;
  const { attributes, source } = tree;
  let sum = 0;
  for (let i = at + 1, end = i + attributes[at]! * 4; i < end; i += 4) {
    let hash = 0;
    for (let unit = attributes[i]!; unit < attributes[i + 1]!; unit++)
      hash = Math.imul(hash, 31) + (source.charCodeAt(unit) | 32);
    hash = Math.imul(hash, 31) + 61;
    for (let unit = attributes[i + 2]!; unit < attributes[i + 3]!; unit++)
      hash = Math.imul(hash, 31) + source.charCodeAt(unit);
    // Mixed, or two attributes that exchange their values would make the same sum.
    sum = (sum + Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)) | 0;
  }
  return sum || 1;
}
