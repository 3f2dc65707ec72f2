import { loadUnits, units } from "./code-units.ts";

/** Which telling characters a text holds: what most rules look for first, found for all of them in one pass. */
export const LESS = 1;
export const GREATER = 2;
export const AMPERSAND = 4;
export const BRACKET = 8;
/** A character that shows nothing and means nothing, see {@link INVISIBLE_RUN}. */
export const INVISIBLE = 16;
/**
 * A character that normalisation (NFC) could change: below U+0300 and in general punctuation everything is composed, but
 * for two spaces, and white space is settled anyway.
 */
export const BEYOND_LATIN = 32;
/** White space that is not a plain space, or two plain spaces in a row. */
export const LOOSE_SPACE = 64;
const SPACE = 128;
export const BRACE = 2048;
export const CLOSING_BRACKET = 4096;
/**
 * What UTF-8 turns into when it is read as another encoding: what the first bytes of its sequences become in western,
 * Central European, Cyrillic and Macintosh encodings, controls, and the mark of what could not be read.
 */
export const MISREAD = 256;
/** A mark for the direction of writing. */
export const BIDI = 512;
/** A character of the first private use area. */
export const PRIVATE_USE = 1024;

/** Zero width joiner and non-joiner are not among them: they shape Persian, Indic scripts and emoji. */
export const INVISIBLE_RUN: RegExp = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]+/g;

/** Every mark with the first and last code units of its characters; a single one stands alone. */
const CLASSES: readonly (readonly [mark: number, ranges: readonly (readonly [first: number, last?: number])[]])[] = [
  [LESS, [[0x3c]]],
  [GREATER, [[0x3e]]],
  [AMPERSAND, [[0x26]]],
  [BRACKET, [[0x5b]]],
  [SPACE, [[0x20]]],
  [BRACE, [[0x7b]]],
  [CLOSING_BRACKET, [[0x5d]]],
  [INVISIBLE, [[0x00, 0x08], [0x0e, 0x1f], [0x7f, 0x84], [0x86, 0x9f], [0xad], [0x200b], [0x2060], [0xfeff]]],
  [BIDI, [[0x61c], [0x200e, 0x200f], [0x202a, 0x202e], [0x2066, 0x2069]]],
  [PRIVATE_USE, [[0xe000, 0xf8ff]]],
  [MISREAD, [[0x80, 0x9f], [0xac], [0xc2, 0xf4], [0x100, 0x17f], [0x402, 0x45f], [0x221a], [0xfffd]]],
  [
    LOOSE_SPACE,
    [[0x09, 0x0d], [0x85], [0xa0], [0x1680], [0x2000, 0x200a], [0x2028, 0x2029], [0x202f], [0x205f], [0x3000]],
  ],
];

/** The marks of every code unit. */
const MARKS: Uint16Array = new Uint16Array(0x10000).fill(BEYOND_LATIN, 0x300).fill(0, 0x2000, 0x2070);
for (const [mark, ranges] of CLASSES)
  for (const [first, last = first] of ranges) for (let code = first; code <= last; code++) MARKS[code]! |= mark;

/** The marks of a text, as a sum. */
export function marksIn(text: string): number {
  const table = MARKS;
  const codes = units;
  let marks = 0;
  let before = 0;
  for (let from = 0; from < text.length; ) {
    const count = loadUnits(text, from);
    for (let i = 0; i < count; i++) {
      const own = table[codes[i]!]!;
      // Without a branch: where both are spaces, the bit of the space moves down to that of loose space.
      marks |= own | ((own & before & SPACE) >> 1);
      before = own;
    }
    from += count;
  }
  return marks;
}
