import { loadUnits, units } from "../text/code-units.ts";
import * as kinds from "./character-kinds.ts";
import { entries, entryOf } from "./character-kinds.ts";
import { PRIME, SEED, type TermList } from "./term-list.ts";

/** UTF-16 code units that are read of a line; of a longer one the rest is taken to be alike. */
export const READ = 200;
// Constants of this module are read once; imported ones would be read again for every character.
const { SPACE, LOWER, UPPER, CASELESS, UNSPACED, DIGIT, STOP, OTHER, IN_WORD, IS_DIGIT } = kinds;
const [FIRST, FACTOR] = [SEED, PRIME];
/** Longest word that is small, as most words of grammar are. */
const SMALL = 3;

/** Words and kinds of characters of one line, counted in one pass over its beginning; used again for every line. */
export class LineScan {
  /** How many characters there are of each kind. */
  readonly counts: Int32Array = new Int32Array(OTHER + 1);
  words = 0;
  wordUnits = 0;
  longest = 0;
  /** Words that begin with a capital, are all capitals, are small, have a digit. */
  capitalised = 0;
  capitals = 0;
  small = 0;
  numbers = 0;
  /** Ends of sentences. */
  stops = 0;
  /** Kind of the last character that is no space. */
  last: number = SPACE;

  /** Counts a line's characters and hands its words on. */
  read(text: string, terms: TermList): void {
    this.clear();
    const codes = units;
    const end = loadUnits(text.length > READ ? text.slice(0, READ) : text, 0);
    for (let at = 0; at < end; ) {
      const code = codes[at]!;
      const entry = entryOf(code);
      const kind = entry & 15;
      if ((entry & IN_WORD) !== 0) {
        at = this.readWord(at, end, terms);
        continue;
      }
      this.readMark(kind, code);
      if (kind === UNSPACED) terms.addCharacter((entry >>> 4) & 0xffff);
      at++;
    }
    if (this.last === STOP) this.stops++;
  }

  private clear(): void {
    this.counts.fill(0);
    this.words = this.wordUnits = this.longest = this.stops = 0;
    this.capitalised = this.capitals = this.small = this.numbers = 0;
    this.last = SPACE;
  }

  /** A stop ends a sentence where space follows, and a full-width one always. */
  private readMark(kind: number, code: number): void {
    this.counts[kind]!++;
    if (kind === SPACE) {
      if (this.last === STOP) this.stops++;
      return;
    }
    if (kind === STOP && code > 0x2fff) this.stops++;
    this.last = kind;
  }

  private readWord(from: number, end: number, terms: TermList): number {
    const codes = units;
    const table = entries;
    let hash = FIRST;
    let before = 0;
    // Summed and not branched on: each flag is moved down to the last bit.
    let upper = 0;
    let digits = 0;
    let caseless = 0;
    let at = from;
    for (; at < end; at++) {
      let entry = table[codes[at]!]!;
      if ((entry & IN_WORD) === 0) {
        if (entry === 0) entry = entryOf(codes[at]!);
        if ((entry & IN_WORD) === 0) break;
      }
      upper += (entry >>> 28) & 1;
      caseless += (entry >>> 26) & 1;
      digits += (entry >>> 27) & 1;
      // A run of digits is one zero.
      if ((entry & before & IS_DIGIT) === 0) hash = Math.imul(hash ^ ((entry >>> 4) & 0xffff), FACTOR);
      before = entry;
    }
    terms.addWord(hash, at - from, (before & IS_DIGIT) === 0);
    const { counts } = this;
    counts[UPPER]! += upper;
    counts[DIGIT]! += digits;
    counts[CASELESS]! += caseless;
    counts[LOWER]! += at - from - upper - digits - caseless;
    this.last = entryOf(codes[from]!) & 15;
    this.countWord(at - from, this.last, upper, digits);
    return at;
  }

  private countWord(units: number, first: number, upper: number, digits: number): void {
    this.words++;
    this.wordUnits += units;
    this.longest = Math.max(this.longest, units);
    if (digits > 0) this.numbers++;
    else if (upper === units && units > 1) this.capitals++;
    if (first === UPPER) this.capitalised++;
    else if (units <= SMALL && digits === 0) this.small++;
  }
}
