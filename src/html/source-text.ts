import { isLetter, isSpace, unitTable } from "./character-class.ts";
import { characterReference } from "./character-reference.ts";

const LESS = 60;

/** What may end a text or make it encoded, and the NUL that stands after a page. */
const needsLook = unitTable("\0\r&<");

/** Looks into the text of a page. */
export class SourceText {
  readonly source: string;
  readonly units: Uint16Array;
  /** Whether what a reader sees of the text found last is not what is written. */
  encoded = false;

  constructor(source: string, units: Uint16Array) {
    this.source = source;
    this.units = units;
  }

  /** Where the text that begins at `start` ends: at the next tag, comment or end of the page. */
  textEnd(start: number): number {
    const { units } = this;
    const { length } = this.source;
    this.encoded = false;
    for (let at = start; ; at++) {
      while (needsLook[units[at]!] === 0) at++;
      if (units[at] !== LESS) {
        if (at === length) return length;
        this.encoded = true;
        continue;
      }
      const next = units[at + 1]!;
      // `</` and nothing after it is text; a `?` or `!` begins what is read as a comment.
      if (isLetter(next) || next === 33 || next === 63 || (next === 47 && at + 2 < length)) return at;
    }
  }

  /** Whether a text has line ends or NULs that a reader sees as something else; for texts in which `&` is itself. */
  hasControls(start: number, end: number): boolean {
    let at = start;
    while (at < end && this.units[at] !== 13 && this.units[at] !== 0) at++;
    return at < end;
  }

  /** Whether what a reader sees of a part of the text found last is not what is written. */
  isEncoded(start: number, end: number): boolean {
    if (!this.encoded) return false;
    let at = start;
    while (at < end && this.units[at] !== 38 && this.units[at] !== 13 && this.units[at] !== 0) at++;
    return at < end;
  }

  /** Where the white space that a text begins with ends. */
  spaceEnd(start: number, end: number): number {
    const { units } = this;
    let at = start;
    while (at < end) {
      if (isSpace(units[at]!)) at++;
      else if (units[at] === 38) {
        const reference = characterReference(this.source, at);
        if (!reference || !isSpace(reference.text.charCodeAt(0))) return at;
        at += reference.length;
      } else return at;
    }
    return end;
  }

  /** Whether a text is of white space and NULs only. */
  isBlank(start: number, end: number): boolean {
    let at = this.spaceEnd(start, end);
    while (at < end && this.units[at] === 0) at = this.spaceEnd(at + 1, end);
    return at === end;
  }

  /** Whether a text is of NULs only, which HTML drops. */
  isNothing(start: number, end: number): boolean {
    let at = start;
    while (at < end && this.units[at] === 0) at++;
    return at === end;
  }

  /** Where the text after a line feed at `at` begins, `at` when none is there. */
  afterLineFeed(at: number): number {
    const unit = this.units[at];
    if (unit === 10) return at + 1;
    if (unit === 13) return this.units[at + 1] === 10 ? at + 2 : at + 1;
    if (unit !== 38) return at;
    const reference = characterReference(this.source, at);
    return reference?.text === "\n" ? at + reference.length : at;
  }
}
