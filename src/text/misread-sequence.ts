import { controlAsWindows, type Misreading } from "./misreading.ts";

/** A UTF-8 sequence whose bytes stand in a text as characters of another encoding. */
export interface MisreadSequence {
  readonly start: number;
  /** Excluded; UTF-16 code units. */
  readonly end: number;
  /** What the bytes say. */
  readonly character: string;
  /**
   * `clear`: no writing has these characters in such a place. `natural`: they may well be meant, as a capital with a
   * closing quote behind it. `chained`: a letter of a script that needs others of its kind beside it to be believed.
   */
  readonly looks: "clear" | "natural" | "chained";
  /** Whether a byte was taken for a control character where windows-1252 has another one. */
  readonly control: boolean;
}

/** What may stand directly behind a letter in correct text. */
const CLOSER = /^[\u00a0\u00ad’”“‘»›…–—™®©ªº°²³¹·•§´¨¸]+$/;
/** Of these, what may have a letter behind it again. */
const JOINER = /[\u00a0\u00ad’–—]$/;
/** Letters of the Latin alphabets, punctuation and symbols: what western pages are made of. */
const ALONE: RegExp =
  /[\u0080-\u017f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u02c6\u02dc\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2100-\u2bff]|[\uf000-\uf0ff\ufb00-\ufb06]|\ufe0f|\ufeff|\ufffd|[\u{1f000}-\u{1faff}]/u;
const UNASSIGNED = /\p{Cn}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const LETTER = /\p{L}/u;
const LATIN = /[a-zA-Z]/;
const CIRCUMFLEX_A = "Â";

/** Reads the sequence that begins at an offset; undefined when the bytes there are no UTF-8 of an assigned character. */
export function sequenceAt(text: string, start: number, { bytes, short }: Misreading): MisreadSequence | undefined {
  const first = bytes[text.charCodeAt(start)]!;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  const end = start + length;
  if (length === 0 || end > text.length) return undefined;
  let code = first & (0xff >> (length + 1));
  let control = false;
  for (let i = start + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    const byte = bytes[unit]!;
    if (byte < 0x80 || byte > 0xbf) return undefined;
    control ||= unit < 0xa0 && controlAsWindows(unit) !== undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  if (!isScalar(code, length)) return undefined;
  const character = String.fromCodePoint(code);
  if (UNASSIGNED.test(character)) return undefined;
  const alone = ALONE.test(character) && (short || length > 2 || touchesLatin(text, start, end));
  const looks = !alone ? "chained" : isNatural(text, start, end) ? "natural" : "clear";
  return { start, end, character, looks, control };
}

function touchesLatin(text: string, start: number, end: number): boolean {
  return LATIN.test(text[start - 1] ?? "") || LATIN.test(text[end] ?? "");
}

/** UTF-8 allows only the shortest sequence of a character, and no surrogates. */
function isScalar(code: number, length: number): boolean {
  if (length === 3) return code >= 0x800 && (code < 0xd800 || code > 0xdfff);
  return length === 2 || (code >= 0x10000 && code <= 0x10ffff);
}

/** Whether the characters may be meant as they stand: a letter with closing marks behind it, in its usual surroundings. */
function isNatural(text: string, start: number, end: number): boolean {
  const lead = text[start]!;
  const marks = text.slice(start + 1, end);
  if (!CLOSER.test(marks)) return false;
  const before = text[start - 1] ?? "";
  const after = text[end] ?? "";
  // No language ends a word in this letter.
  if (lead === CIRCUMFLEX_A) return UPPER.test(before) || /[«“‘"'(]/.test(before);
  if (!LETTER.test(lead)) return !LETTER.test(before) && !LETTER.test(after);
  if (UPPER.test(lead) && LOWER.test(before)) return false;
  return JOINER.test(marks) || !LETTER.test(after);
}
