import { asciiLower } from "./character-class.ts";
import { TAG_NAMES } from "./tags.ts";

const SLOTS = 2048;
const slots = new Int16Array(SLOTS).fill(-1);

/** Names past this many share one number, which is all that a `Uint16Array` has room for. */
const MOST_NAMES = 0x7fff - TAG_NAMES.length;

/** The hash of a name is built up as its units are read, in lower case. */
export const nextHash = (hash: number, unit: number): number => (Math.imul(hash, 31) + (unit | 32)) | 0;
const slotOf = (hash: number): number => (hash ^ (hash >>> 11)) & (SLOTS - 1);

/** The letters of all names, one after the other, and where each begins. */
const letters = Uint8Array.from(TAG_NAMES.join(""), (letter) => letter.charCodeAt(0));
const begins = new Uint16Array(TAG_NAMES.length + 1);

for (const [tag, name] of TAG_NAMES.entries()) {
  begins[tag + 1] = begins[tag]! + name.length;
  if (tag < 2) continue;
  let slot = slotOf(Array.from(name, (letter) => letter.charCodeAt(0)).reduce(nextHash, 0));
  while (slots[slot]! >= 0) slot = (slot + 1) & (SLOTS - 1);
  slots[slot] = tag;
}

/** Numbers the names of one page's tags. */
export class TagNumbers {
  private readonly others: string[];
  private readonly numbers = new Map<string, number>();

  /** `others` takes the names that are not in `TAG_NAMES`. */
  constructor(others: string[]) {
    this.others = others;
  }

  /** The number of the name from `start` to `end`, whose hash has been taken. */
  numberOf(source: string, units: Uint16Array, start: number, end: number, hash: number): number {
    for (let slot = slotOf(hash); slots[slot]! >= 0; slot = (slot + 1) & (SLOTS - 1))
      if (isName(slots[slot]!, units, start, end)) return slots[slot]!;
    const written = source.slice(start, end);
    return this.numbers.get(written) ?? this.learn(written);
  }

  private learn(written: string): number {
    const name = asciiLower(written).replaceAll("\0", "\ufffd");
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    if (this.others.length > MOST_NAMES) return TAG_NAMES.length + MOST_NAMES;
    const number = TAG_NAMES.length + this.others.length;
    this.others.push(name);
    this.numbers.set(name, number);
    return number;
  }
}

function isName(tag: number, units: Uint16Array, start: number, end: number): boolean {
  const from = begins[tag]!;
  if (begins[tag + 1]! - from !== end - start) return false;
  for (let i = start, letter = from; i < end; i++, letter++) {
    const unit = units[i]!;
    // Below the digits stand controls, which the bit for lower case would make digits.
    if ((unit | 32) !== letters[letter] || (unit < 48 && unit !== 45)) return false;
  }
  return true;
}
