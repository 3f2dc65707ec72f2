import { codeUnits } from "./code-units.ts";

const LETTER = 1;
const CAPITAL = 2;
const LETTER_OR_MARK = /[\p{L}\p{M}]/u;
/** The alphabets that come first: nearly all text is told apart by this table. */
const TABLE_SIZE = 0x530;
const CLASSES: Uint8Array = Uint8Array.from({ length: TABLE_SIZE }, (_, code) => classify(code));

/** Surrogates count as letters, since the scripts beyond the first plane touch words more often than emoji do. */
function classify(code: number): number {
  // Curly quotes and dashes, by far the commonest beyond the table.
  if (code >= 0x2000 && code <= 0x206f) return 0;
  if (code >= 0xd800 && code <= 0xdfff) return LETTER;
  const character = String.fromCharCode(code);
  if (!LETTER_OR_MARK.test(character)) return 0;
  return character === character.toLowerCase() ? LETTER : LETTER | CAPITAL;
}

function classOf(code: number): number {
  return code < TABLE_SIZE ? CLASSES[code]! : classify(code);
}

/**
 * Start and end, one after the other, of every word of a text that begins with a capital and has at least `shortest`
 * units. Words are runs of letters and marks; offsets are UTF-16 code units. No word costs a string.
 */
export function capitalisedWords(text: string, shortest: number): number[] {
  const codes = codeUnits(text);
  const classes = CLASSES;
  const spans: number[] = [];
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = codes[i]!;
    const own = code < TABLE_SIZE ? classes[code]! : classify(code);
    if (own > LETTER && before === 0) {
      const end = wordEnd(codes, i, text.length);
      if (end - i >= shortest) spans.push(i, end);
    }
    before = own;
  }
  return spans;
}

/** Finds words of a set, of two code units or more, where they stand as whole words and are spelled the same. */
export class WordFinder {
  private readonly words: ReadonlySet<string>;
  /** By the low bits of their first two units, so that nearly every other word is let go where it begins. */
  private readonly openings = new Uint8Array(1024);

  constructor(words: Iterable<string>) {
    this.words = new Set(words);
    for (const word of this.words) this.openings[openingOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;
  }

  /** The words in a text, in order, with the offsets at which they begin. */
  placesIn(text: string): { readonly at: number; readonly word: string }[] {
    const codes = codeUnits(text);
    const classes = CLASSES;
    const { openings } = this;
    const places: { at: number; word: string }[] = [];
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      const code = codes[i]!;
      // Without a branch on `before`: no processor foresees where words begin.
      if ((openings[openingOf(code, codes[i + 1]!)]! & (before - 1)) === 1) {
        const word = text.slice(i, wordEnd(codes, i, text.length));
        if (this.words.has(word)) places.push({ at: i, word });
      }
      before = (code < TABLE_SIZE ? classes[code]! : classify(code)) & LETTER;
    }
    return places;
  }
}

function openingOf(first: number, second: number): number {
  return ((first & 31) << 5) | (second & 31);
}

function wordEnd(codes: Uint16Array, start: number, length: number): number {
  let end = start;
  while (end < length && classOf(codes[end]!) > 0) end++;
  return end;
}
