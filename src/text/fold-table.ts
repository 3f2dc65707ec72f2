/** What a code unit is to the word scanner; any other value of the table is the folded code unit itself. */
export const SEPARATOR = 0;
/** Needs its neighbours or more than one unit to be normalised: marks, surrogates, ligatures, jamo, format characters. */
export const CONTEXTUAL = 1;
/** A character of a script without spaces that normalisation leaves alone: a word by itself. */
export const OWN_WORD = 2;

/** Scripts written without spaces between words; with the marks they use. */
const UNSPACED =
  "[[\\p{L}\\p{M}\\p{N}]&&[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmr}\\p{scx=Mymr}]]";
const FORMAT = /\p{Cf}/gv;
const NUMBER = /\p{N}/v;
const MARK = /\p{M}/v;
const WORD_CHARACTER = /[\p{L}\p{N}]/v;
const ANY_WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/v;
const OWN = new RegExp(`^${UNSPACED}$`, "v");
const WORD = new RegExp(`${UNSPACED}|[[\\p{L}\\p{N}]--${UNSPACED}][[\\p{L}\\p{M}\\p{N}]--${UNSPACED}]*`, "gv");

/** One word of a normalised text. */
export interface FoldedWord {
  readonly text: string;
  readonly number: boolean;
  readonly unspaced: boolean;
}

/**
 * The definition of a word, on strings. Invisible format characters vanish (a soft hyphen does not part a word), NFKC
 * makes one spelling of compatible ones, a word is a run of letters, marks and digits that does not begin with a mark,
 * and every character of an unspaced script is a word. A number is any word with a numeral in it.
 */
export function foldedWords(text: string): FoldedWord[] {
  const words = text.replace(FORMAT, "").normalize("NFKC").match(WORD) ?? [];
  return words.map((word) => ({ text: foldCase(word), number: NUMBER.test(word), unspaced: OWN.test(word) }));
}

/**
 * Case folding as far as prose needs it: lower case, and the two letters that capitals cannot tell apart. Turkish
 * dotless i stays a letter of its own. Folding may part a letter from its mark, hence the second normalisation.
 */
function foldCase(word: string): string {
  return word.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ").normalize("NFKC");
}

/** The table for one page of 256 code units, see the three classes above. */
export function foldPage(page: number): Uint16Array {
  const table = new Uint16Array(256);
  for (let i = 0; i < 256; i++) table[i] = classify(page * 256 + i);
  return table;
}

/**
 * A unit may be folded alone only if nothing after it can change that: marks and jamo compose backwards, so they are
 * contextual and the scanner then starts over at the beginning of the word. Numerals outside ASCII go the same way
 * because the scanner knows numbers by ASCII digits alone.
 */
function classify(code: number): number {
  const character = String.fromCharCode(code);
  if (code >= 0xd800 && code <= 0xdfff) return CONTEXTUAL;
  if (/\p{Cf}/v.test(character)) return CONTEXTUAL;
  const normal = character.normalize("NFKC");
  if (!ANY_WORD_CHARACTER.test(normal)) return SEPARATOR;
  const folded = foldCase(normal);
  if (folded.length !== 1 || MARK.test(normal) || !WORD_CHARACTER.test(normal)) return CONTEXTUAL;
  if (NUMBER.test(normal) && code > 0x7f) return CONTEXTUAL;
  if (OWN.test(normal)) return normal === character ? OWN_WORD : CONTEXTUAL;
  const unit = folded.charCodeAt(0);
  return unit >= 0x1100 && unit <= 0x11ff ? CONTEXTUAL : unit;
}
