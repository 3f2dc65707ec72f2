import { AttributeCursor } from "../html/attributes.ts";
import { classBit } from "./name-classes.ts";
import { NameWords } from "./name-words.ts";
import type { Outline } from "./outline.ts";

/** The attributes that are read, as bits. */
const [CLASS, ID, ROLE, HIDDEN, ARIA_HIDDEN, STYLE] = [1, 2, 4, 8, 16, 32];
const UNSHOWN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** What the attributes of each element of an {@link Outline} say, by rank; read in one pass. */
export class ElementAttributes {
  /** Bits of `NAME_CLASSES` that class and id speak of. */
  readonly names: Int32Array;
  /** Equal for elements of one tag and class. Digits do not count: `post-123` and `post-124` are one class. */
  readonly shape: Int32Array;
  /** Whether the element says that it is not shown, whatever is around it. */
  readonly hidden: Uint8Array;
  readonly role: string[] = [];
  /** The different words of the class, and those of the id: of rank r wordFrom[r] … wordFrom[r + 1] - 1. */
  readonly words: NameWords = new NameWords();
  readonly wordFrom: Int32Array;
  private readonly cursor: AttributeCursor;

  constructor({ tree, node, tag, count }: Outline) {
    this.names = new Int32Array(count);
    this.shape = new Int32Array(count);
    this.hidden = new Uint8Array(count);
    this.wordFrom = new Int32Array(count + 1);
    this.cursor = new AttributeCursor(tree);
    for (let rank = 0; rank < count; rank++) {
      this.role.push("");
      this.shape[rank] = Math.imul(tag[rank]! + 1, 0x9e3779b1);
      if (tree.attributesAt[node[rank]!]! >= 0) this.read(node[rank]!, rank);
      this.wordFrom[rank + 1] = this.words.count;
    }
  }

  /** Of an attribute that stands there twice the first one counts. */
  private read(node: number, rank: number): void {
    const { cursor } = this;
    let met = 0;
    for (cursor.on(node); cursor.next(); ) {
      const attribute = attributeAt(cursor);
      if (attribute === 0 || (met & attribute) !== 0) continue;
      met |= attribute;
      if (attribute === CLASS || attribute === ID) this.takeName(rank, attribute === CLASS);
      else if (attribute === ROLE) this.role[rank] = cursor.value();
      else if (attribute === HIDDEN) this.hidden[rank] = 1;
      else if (attribute === ARIA_HIDDEN) this.hidden[rank]! |= Number(cursor.value() === "true");
      else this.hidden[rank]! |= Number(UNSHOWN.test(cursor.value()));
    }
  }

  private takeName(rank: number, isClass: boolean): void {
    const { cursor, words } = this;
    const written = cursor.isVerbatim();
    const text = written ? cursor.source : cursor.value();
    const start = written ? cursor.valueStart : 0;
    const end = written ? cursor.valueEnd : text.length;
    const first = words.count;
    words.append(text, start, end);
    for (let i = first; i < words.count; i++) this.names[rank]! |= classBit(words.hashes[i]!);
    if (isClass) this.shape[rank] = hashName(text, start, end, this.shape[rank]!);
  }
}

/** Nearly all attributes are none of these: the length of a name is compared before the name. */
function attributeAt(cursor: AttributeCursor): number {
  switch (cursor.nameEnd - cursor.nameStart) {
    case 2:
      return cursor.isNamed("id") ? ID : 0;
    case 4:
      return cursor.isNamed("role") ? ROLE : 0;
    case 5:
      return cursor.isNamed("class") ? CLASS : cursor.isNamed("style") ? STYLE : 0;
    case 6:
      return cursor.isNamed("hidden") ? HIDDEN : 0;
    case 11:
      return cursor.isNamed("aria-hidden") ? ARIA_HIDDEN : 0;
    default:
      return 0;
  }
}

function hashName(text: string, start: number, end: number, seed: number): number {
  let hash = seed;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x30 || code > 0x39) hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash;
}
