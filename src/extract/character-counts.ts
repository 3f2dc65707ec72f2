import { unitsOf } from "../html/units.ts";

const LOWER = 0;
const UPPER = 1;
const DIGIT = 2;
const SPACE = 3;
const COMMA = 4;
const STOP = 5;
const CURRENCY = 6;
const BAR = 7;
const QUOTE = 8;
const MARK = 9;
const DOT = 0x2e;

const LATIN1: Uint8Array = Uint8Array.from({ length: 256 }, (_, code) => classOf(String.fromCharCode(code)));

function classOf(character: string): number {
  if (/[.!?]/.test(character)) return STOP;
  if (/[,;]/.test(character)) return COMMA;
  if (/[$£€¥¢]/.test(character)) return CURRENCY;
  if (/[|•·»«›]/.test(character)) return BAR;
  if (/["']/.test(character)) return QUOTE;
  if (/\s/.test(character)) return SPACE;
  if (/\p{N}/u.test(character)) return DIGIT;
  if (/\p{Lu}/u.test(character)) return UPPER;
  return /\p{L}/u.test(character) ? LOWER : MARK;
}

/** Cheap for what no table holds: scripts without case count as lower case. */
function classBeyond(code: number): number {
  if (code >= 0x2000 && code < 0x2070)
    return code === 0x2026 ? STOP : code < 0x200b ? SPACE : code === 0x2022 ? BAR : QUOTE;
  if (code >= 0x391 && code <= 0x42f && (code < 0x3aa || code >= 0x400)) return UPPER;
  if (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0x61f || code === 0x964 || code === 0x589)
    return STOP;
  if (code === 0x3001 || code === 0xff0c || code === 0x60c) return COMMA;
  if (code === 0x20ac || code === 0x20b9 || code === 0xffe5) return CURRENCY;
  if ((code > 0x2070 && code < 0x2c00) || (code > 0x3000 && code < 0x3040) || code >= 0xfe00) return MARK;
  return LOWER;
}

const ENDS_OPEN = 0;
export const ENDS_STOPPED = 1;
const ENDS_COLON = 2;
const ENDS_CUT = 3;

/** Counts of characters, a column a class and a row a text; all in UTF-16 code units. */
export class CharacterCounts {
  readonly letters: Int32Array;
  readonly capitals: Int32Array;
  readonly digits: Int32Array;
  readonly commas: Int32Array;
  /** Sentence ends: a stop mark before white space or the end. */
  readonly stops: Int32Array;
  readonly currency: Int32Array;
  readonly bars: Int32Array;
  readonly quotes: Int32Array;
  readonly marks: Int32Array;
  readonly lines: Int32Array;
  /** Words that begin with a capital. */
  readonly titled: Int32Array;
  /** Words of at most three letters in lower case: articles, prepositions and the like, whatever the language. */
  readonly short: Int32Array;
  readonly longest: Int32Array;
  /** How the last character that is no quote or bracket ends the text: openly, with a stop, a colon or an ellipsis. */
  readonly ending: Uint8Array;
  /** The class of the first character. */
  readonly beginning: Uint8Array;

  /** Of the text at hand, one count a class. */
  private readonly classes: Int32Array = new Int32Array(MARK + 1);

  constructor(texts: readonly string[]) {
    const column = (): Int32Array => new Int32Array(texts.length);
    [this.letters, this.capitals, this.digits, this.commas, this.stops] = [
      column(),
      column(),
      column(),
      column(),
      column(),
    ];
    [this.currency, this.bars, this.quotes, this.marks] = [column(), column(), column(), column()];
    [this.lines, this.titled, this.short, this.longest] = [column(), column(), column(), column()];
    this.ending = new Uint8Array(texts.length);
    this.beginning = new Uint8Array(texts.length);
    // As one text, whose units are read from an array: most texts are too short to make one of each.
    const units = unitsOf(texts.join(""));
    for (let row = 0, from = 0; row < texts.length; row++) {
      const to = from + texts[row]!.length;
      this.measure(units, from, to, row);
      from = to;
    }
  }

  private measure(units: Uint16Array, from: number, to: number, row: number): void {
    const counts = this.classes.fill(0);
    let lower = 0;
    let lines = 0;
    let titled = 0;
    let short = 0;
    let longest = 0;
    let stops = 0;
    let wordStart = -1;
    let wordClass = 0;
    let first = -1;
    let last = 0;
    for (let i = from; i <= to; i++) {
      const code = i < to ? units[i]! : 0x20;
      const kind = code < 256 ? LATIN1[code]! : classBeyond(code);
      if (kind <= DIGIT) {
        if (wordStart < 0) {
          wordStart = i;
          wordClass = kind;
        }
        // Counted by itself, as most characters are: to add to an array waits for the addition before.
        if (kind === LOWER) {
          lower++;
          if (first < 0) first = LOWER;
          last = LOWER;
          continue;
        }
      } else if (wordStart >= 0) {
        const length = i - wordStart;
        if (wordClass === UPPER) titled++;
        else if (wordClass === LOWER && length <= 3) short++;
        if (length > longest) longest = length;
        wordStart = -1;
      }
      counts[kind]!++;
      if (kind === SPACE) {
        if (code === 0x0a) lines++;
        if (last === STOP && i > from) stops++;
        last = SPACE;
      } else {
        if (first < 0) first = kind;
        // The full stop of scripts without spaces ends a sentence by itself.
        if (kind === STOP && code >= 0x3000) stops++;
        // A quote or bracket between a stop and the space still ends a sentence.
        if (kind !== QUOTE && code !== 0x29 && code !== 0x5d) last = kind;
      }
    }
    this.letters[row] = lower + counts[UPPER]!;
    this.capitals[row] = counts[UPPER]!;
    this.digits[row] = counts[DIGIT]!;
    this.commas[row] = counts[COMMA]!;
    this.stops[row] = stops;
    this.currency[row] = counts[CURRENCY]!;
    this.bars[row] = counts[BAR]!;
    this.quotes[row] = counts[QUOTE]!;
    this.marks[row] = counts[MARK]!;
    this.lines[row] = lines;
    this.titled[row] = titled;
    this.short[row] = short;
    this.longest[row] = longest;
    this.beginning[row] = Math.max(0, first);
    this.ending[row] = endingOf(units, from, to);
  }
}

function endingOf(units: Uint16Array, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const code = units[i]!;
    const kind = code < 256 ? LATIN1[code]! : classBeyond(code);
    if (code === 0x3a || code === 0xff1a) return ENDS_COLON;
    if (kind === SPACE || (kind === QUOTE && code !== 0x2026) || code === 0x29 || code === 0x5d) continue;
    if (kind !== STOP) return ENDS_OPEN;
    const dots = i - 2 >= from && code === DOT && units[i - 1] === DOT && units[i - 2] === DOT;
    return code === 0x2026 || dots ? ENDS_CUT : ENDS_STOPPED;
  }
  return ENDS_OPEN;
}
