import { isLetter, isSpace } from "./character-class.ts";
import { characterReference } from "./character-reference.ts";
import { RAW } from "./tree.ts";

const LESS = 60;

/** Looks ahead in the text of a page. Searches go forward only, so that all of them together are linear. */
export class SourceText {
  readonly source: string;
  readonly units: Uint16Array;
  private nextAmpersand = -1;
  private nextReturn = -1;
  private nextNul = -1;
  private nextComment = -1;

  constructor(source: string, units: Uint16Array) {
    this.source = source;
    this.units = units;
  }

  /** Where the text that begins at `at` ends: at the next tag, comment or end of the page. */
  textEnd(at: number): number {
    const { units } = this;
    const { length } = this.source;
    for (; ; at++) {
      while (units[at] !== LESS && at < length) at++;
      if (at >= length) return length;
      const next = units[at + 1]!;
      // `</` and nothing after it is text; a `?` or `!` begins what is read as a comment.
      if (isLetter(next) || next === 33 || next === 63 || (next === 47 && at + 2 < length)) return at;
    }
  }

  /** Whether what a reader sees of a text is not what is written. */
  isEncoded(start: number, end: number, flags: number): boolean {
    if (this.nextReturn < start) this.nextReturn = this.find("\r", start);
    if (this.nextNul < start) this.nextNul = this.find("\0", start);
    if (this.nextReturn < end || this.nextNul < end) return true;
    if (flags & RAW) return false;
    if (this.nextAmpersand < start) this.nextAmpersand = this.find("&", start);
    return this.nextAmpersand < end;
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

  /** Where the next `<!--` from `at` on begins. */
  commentFrom(at: number): number {
    if (this.nextComment < at) this.nextComment = this.find("<!--", at);
    return this.nextComment;
  }

  private find(what: string, from: number): number {
    const found = this.source.indexOf(what, from);
    return found < 0 ? this.source.length : found;
  }
}
