/** Kinds of UTF-16 code units, as far as the looks of a line depend on them. */
export const SPACE = 0;
export const LOWER = 1;
export const UPPER = 2;
/** A letter of a script without case, or a mark on one. */
export const CASELESS = 3;
/** A character of a script without spaces. */
export const UNSPACED = 4;
export const DIGIT = 5;
export const STOP = 6;
export const COMMA = 7;
/** What parts the entries of a row: bars, bullets, arrows, slashes. */
export const SEPARATOR = 8;
export const QUOTE = 9;
export const COLON = 10;
export const SYMBOL = 11;
export const BRACKET = 12;
export const OTHER = 13;

const KINDS: readonly (readonly [kind: number, characters: RegExp])[] = [
  [SPACE, /[\s\p{Zs}\p{Cc}]/u],
  [UNSPACED, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u],
  [DIGIT, /\p{Nd}/u],
  [UPPER, /[\p{Lu}\p{Lt}]/u],
  [LOWER, /\p{Ll}/u],
  [CASELESS, /[\p{L}\p{M}]/u],
  [STOP, /[.!?…。！？｡।۔؟]/u],
  [COMMA, /[,;，、؛،；]/u],
  [SEPARATOR, /[|/•·›»>→↑←‹«\\~–—]/u],
  [QUOTE, /["'“”„‘’「」『』]/u],
  [COLON, /[:：]/u],
  [BRACKET, /[()[\]{}（）【】]/u],
  [SYMBOL, /[\p{S}\p{Cs}@#*&%]/u],
];
const ZERO = 0x30;

/** In an entry: that it is made, that its character is part of a word, a capital, a digit, of a script without case. */
const MADE: number = 1 << 30;
export const IN_WORD: number = 1 << 29;
const IS_UPPER: number = 1 << 28;
export const IS_DIGIT: number = 1 << 27;
const IS_CASELESS: number = 1 << 26;
const FLAGS: ReadonlyMap<number, number> = new Map([
  [LOWER, IN_WORD],
  [UPPER, IN_WORD | IS_UPPER],
  [DIGIT, IN_WORD | IS_DIGIT],
  [CASELESS, IN_WORD | IS_CASELESS],
]);

/**
 * Entries by code unit: the kind in the low four bits, above them the unit in lower case (any digit is the zero), and
 * flags. 0 where it is not made yet: all of them would cost every start what most inputs never need.
 */
export const entries: Int32Array = new Int32Array(0x10000);

/** The entry of a code unit, made where it is missing. */
export function entryOf(code: number): number {
  const entry = entries[code]!;
  return entry === 0 ? makePage(code) : entry;
}

/** The kind of a code unit. */
export function kindOf(code: number): number {
  return entryOf(code) & 15;
}

/** Makes the entries of the 256 code units around one, and gives its own. */
function makePage(code: number): number {
  const from = code & 0xff00;
  for (let unit = from; unit < from + 256; unit++) {
    const character = String.fromCharCode(unit);
    const kind = KINDS.find(([, characters]) => characters.test(character))?.[0] ?? OTHER;
    const lower = character.toLowerCase();
    const folded = kind === DIGIT ? ZERO : lower.length === 1 ? lower.charCodeAt(0) : unit;
    entries[unit] = MADE | (FLAGS.get(kind) ?? 0) | (folded << 4) | kind;
  }
  return entries[code]!;
}
