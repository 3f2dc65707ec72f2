import { afterNumber, beforeNumber, isInSentence } from "./beside-words.ts";
import { CONTEXTUAL, foldedWords, foldPage, OWN_WORD, SEPARATOR } from "./fold-table.ts";
import { NEGATIONS, UNITS } from "./telling-words.ts";

// Here and not imported, and as signed integers: an imported constant is read again for every character, and one beyond
// 2^31 is a float that has to be converted each time. Together that doubled the time of the loop. The low lane is FNV-1a
// (Fowler, Noll and Vo 1991), the high one adds instead and multiplies by a constant of MurmurHash3.
const LOW_SEED = 0x811c9dc5 | 0;
const LOW_PRIME = 0x01000193;
const HIGH_SEED = 0x9747b28c | 0;
const HIGH_PRIME = 0x85ebca6b | 0;
const LATIN1: Uint16Array = foldPage(0);
/** Built when a text first uses them: the whole table would cost every start 30 ms that most inputs never need. */
const pages: (Uint16Array | undefined)[] = new Array<Uint16Array | undefined>(256);
const AFTER_DIGITS = 0x3a;
const LAST_CLASS = OWN_WORD;
/** Stands for any word that denies. */
const NEGATION = 0x6e6f74;
const UNIT = 2;
/** Nearly every word is let go by the low bits of its hash. */
const tellingBits: Uint8Array = new Uint8Array(4096);
const tellingWords: ReadonlyMap<number, number> = new Map([
  ...NEGATIONS.map((word) => [lowHash(word), NEGATION] as const),
  ...UNITS.map((word) => [lowHash(word), UNIT] as const),
]);
for (const hash of tellingWords.keys()) tellingBits[hash & 4095] = 1;

/** Hash of a folded word, in the low lane. */
function lowHash(word: string): number {
  let low = LOW_SEED;
  for (let i = 0; i < word.length; i++) low = Math.imul(low ^ word.charCodeAt(i), LOW_PRIME);
  return (low ^ (low >>> 15)) >>> 0;
}

function lookUp(code: number): number {
  let page = pages[code >>> 8];
  if (!page) pages[code >>> 8] = page = foldPage(code >>> 8);
  return page[code & 255]!;
}

/**
 * The words of a text as integers: 64 bits a word in two lanes, so that texts are compared without making strings. What a
 * word is stands at {@link foldedWords}; this is the same in one pass over UTF-16 code units. One list is meant to be
 * filled again and again; its arrays are longer than `count`.
 */
export class WordList {
  low: Uint32Array = new Uint32Array(1024);
  high: Uint32Array = new Uint32Array(1024);
  count = 0;
  /**
   * What of the text is information of its own, in order: the words with a numeral in them, as hashes, each with the sign
   * before it, and the sign and the unit behind it; and one value for each word that denies.
   */
  numbers: Uint32Array = new Uint32Array(64);
  numberCount = 0;
  /** Hashes of the words that begin with a capital inside a sentence. */
  names: Uint32Array = new Uint32Array(64);
  nameCount = 0;
  /** How many of the words are single characters of a script without spaces. */
  unspaced = 0;
  private isAfterNumber = false;

  clear(): void {
    this.count = this.numberCount = this.nameCount = this.unspaced = 0;
  }

  append(text: string): void {
    const length = text.length;
    this.isAfterNumber = false;
    this.reserve(length);
    for (let i = 0; i < length; i++) {
      let code = text.charCodeAt(i);
      let unit = code < 256 ? LATIN1[code]! : lookUp(code);
      if (unit === SEPARATOR) continue;
      const begin = i;
      const isCapital = unit !== code;
      let low = LOW_SEED;
      let high = HIGH_SEED;
      // Negative as soon as one unit is a digit: cheaper than a branch a character.
      let digits = 0;
      while (unit > LAST_CLASS) {
        low = Math.imul(low ^ unit, LOW_PRIME);
        high = Math.imul(high + unit, HIGH_PRIME);
        digits |= unit - AFTER_DIGITS;
        if (++i === length) break;
        code = text.charCodeAt(i);
        unit = code < 256 ? LATIN1[code]! : lookUp(code);
      }
      if (unit === CONTEXTUAL) {
        i = this.appendContextual(text, begin, i);
        continue;
      }
      if (i > begin) {
        if (digits < 0) this.pushNumber(beforeNumber(text, begin));
        this.push(low, high, digits < 0);
        if (digits < 0) this.pushNumber(afterNumber(text, i));
        else if (isCapital && isInSentence(text, begin)) this.pushName();
      }
      if (unit === OWN_WORD) this.pushOwn(code);
    }
  }

  /**
   * Takes the slow way from `begin` to the separator after `at`, and gives that separator's place. Normalisation never
   * reaches over a separator, so only this stretch has to become a string.
   */
  private appendContextual(text: string, begin: number, at: number): number {
    let end = at + 1;
    while (end < text.length && lookUp(text.charCodeAt(end)) !== SEPARATOR) end++;
    // A mark may compose with the single-character word just before it, as kana with their voicing marks do.
    const before = begin === at && at > 0 ? lookUp(text.charCodeAt(at - 1)) : SEPARATOR;
    if (before === OWN_WORD) {
      this.count--;
      this.unspaced--;
    }
    const words = foldedWords(text.slice(before === OWN_WORD ? begin - 1 : begin, end));
    this.reserve(words.length + text.length - end);
    const hasNumber = words.some(({ number }) => number);
    if (hasNumber) this.pushNumber(beforeNumber(text, begin));
    for (const word of words) {
      this.pushText(word.text, word.number);
      if (word.unspaced) this.unspaced++;
    }
    if (hasNumber) this.pushNumber(afterNumber(text, end));
    return end;
  }

  private pushText(word: string, number: boolean): void {
    let low = LOW_SEED;
    let high = HIGH_SEED;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      low = Math.imul(low ^ unit, LOW_PRIME);
      high = Math.imul(high + unit, HIGH_PRIME);
    }
    this.push(low, high, number);
  }

  private pushOwn(code: number): void {
    this.unspaced++;
    this.push(Math.imul(LOW_SEED ^ code, LOW_PRIME), Math.imul(HIGH_SEED + code, HIGH_PRIME), false);
  }

  private push(low: number, high: number, number: boolean): void {
    const hash = (low ^ (low >>> 15)) >>> 0;
    this.low[this.count] = hash;
    this.high[this.count++] = high ^ (high >>> 16);
    if (number) this.pushNumber(low);
    else if (tellingBits[hash & 4095] === 1) this.pushTelling(hash);
    this.isAfterNumber = number;
  }

  private pushTelling(hash: number): void {
    const meaning = tellingWords.get(hash);
    if (meaning === NEGATION) this.pushNumber(NEGATION);
    // A unit is one only behind a number.
    if (meaning === UNIT && this.isAfterNumber) this.pushNumber(hash);
  }

  private pushName(): void {
    if (this.nameCount === this.names.length) this.names = grown(this.names, this.nameCount * 2);
    this.names[this.nameCount++] = this.low[this.count - 1]!;
  }

  /** Zero is nothing. */
  private pushNumber(hash: number): void {
    if (hash === 0) return;
    if (this.numberCount === this.numbers.length) this.numbers = grown(this.numbers, this.numberCount * 2);
    this.numbers[this.numberCount++] = hash;
  }

  /** A text has no more words than code units, so room is made once and not asked for at every word. */
  private reserve(more: number): void {
    const needed = this.count + more;
    if (needed <= this.low.length) return;
    this.low = grown(this.low, Math.max(needed, this.low.length * 2));
    this.high = grown(this.high, this.low.length);
  }
}

function grown(array: Uint32Array, length: number): Uint32Array {
  const longer = new Uint32Array(length);
  longer.set(array);
  return longer;
}
