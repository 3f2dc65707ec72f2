import type { Piece, Span } from "../core/span.ts";
import { characterReference } from "../html/character-reference.ts";
import { hasInk } from "../text/whitespace.ts";
import type { TextMode } from "./elements.ts";
import { markupEnd } from "./markup-end.ts";

/** A text node as the parser reports it. */
export interface LocatedText extends Span {
  readonly data: string;
  readonly mode: TextMode;
}

/**
 * Maps a text node to the source. The parser's location of a node spans everything between its first and its last
 * character, which is more than the node's own characters where the parser merged text: around ignored tags, and where
 * it moved text out of a table. `claims` are the locations of all text nodes, sorted by start: what another node claims
 * inside this one's span is not this one's.
 *
 * When the walk over the source does not give the node's data back, the whole data becomes one piece over the node's
 * first stretch of source, so that nothing visible is ever without a place.
 */
export function alignText(html: string, text: LocatedText, claims: readonly Span[]): readonly Piece[] {
  const { start, end, data } = text;
  if (end - start === data.length && html.startsWith(data, start)) return [{ start, end, text: data, verbatim: true }];
  return new Alignment(html, text, claims).run() ?? [unaligned(html, text)];
}

/** The node's first token holds no markup, so up to the next `<` no other node can have a claim. */
function unaligned(html: string, { start, end, data }: LocatedText): Piece {
  const markup = html.indexOf("<", start + 1);
  return { start, end: markup < 0 || markup > end ? end : markup, text: data, verbatim: false };
}

class Alignment {
  private readonly html: string;
  private readonly text: LocatedText;
  private readonly claims: readonly Span[];
  private readonly pieces: Piece[] = [];
  private position: number;
  /** Where the run of source characters that are the text began. */
  private runStart: number;
  /** Offset in the node's data that `position` stands for. */
  private at = 0;
  /** The next text node that begins inside this one's span. */
  private claim: Span | undefined;

  constructor(html: string, text: LocatedText, claims: readonly Span[]) {
    this.html = html;
    this.text = text;
    this.claims = claims;
    this.position = text.start;
    this.runStart = text.start;
    this.claim = this.claimFrom(text.start + 1);
  }

  run(): readonly Piece[] | undefined {
    const { data, end } = this.text;
    while (this.position < end && this.at < data.length) {
      if (this.claim && this.claim.start <= this.position) this.passClaim(this.claim);
      else if (!this.take(this.html[this.position] as string, data[this.at] as string)) return undefined;
    }
    this.flush();
    return this.at === data.length ? this.pieces : undefined;
  }

  /** One step over the source; false when it cannot be this text. */
  private take(source: string, next: string): boolean {
    const { mode } = this.text;
    if (source === "&" && mode !== "raw" && this.takeReference()) return true;
    if (source === "<" && mode === "data" && this.passMarkup()) return true;
    if (source === "\r" && this.takeReturn(next)) return true;
    if (source === next) {
      this.position++;
      this.at++;
    } else if (source === "\0" && next === "\ufffd") this.takeWhole(next, 1);
    // The parser leaves out NUL, the line break after `<pre>`, and white space where no text may stand.
    else if (source === "\0" || !hasInk(source)) this.skip(1);
    else return false;
    return true;
  }

  private takeReference(): boolean {
    const reference = characterReference(this.html, this.position);
    if (!reference || !this.text.data.startsWith(reference.text, this.at)) return false;
    this.takeWhole(reference.text, reference.length);
    return true;
  }

  /** HTML reads CR LF and CR as LF. */
  private takeReturn(next: string): boolean {
    if (this.html[this.position + 1] === "\n") this.skip(1);
    else if (next === "\n") this.takeWhole("\n", 1);
    else return false;
    return true;
  }

  /** A piece that maps only as a whole. */
  private takeWhole(text: string, length: number): void {
    this.flush();
    this.pieces.push({ start: this.position, end: this.position + length, text, verbatim: false });
    this.at += text.length;
    this.skip(length);
  }

  private passMarkup(): boolean {
    const end = markupEnd(this.html, this.position);
    if (end === undefined) return false;
    this.skip(end - this.position);
    return true;
  }

  private passClaim(claim: Span): void {
    this.skip(Math.max(0, claim.end - this.position));
    this.claim = this.claimFrom(Math.max(this.position, claim.start + 1));
  }

  private skip(length: number): void {
    this.flush();
    this.position += length;
    this.runStart = this.position;
  }

  private flush(): void {
    const { runStart: start, position: end } = this;
    if (end > start) this.pieces.push({ start, end, text: this.html.slice(start, end), verbatim: true });
    this.runStart = end;
  }

  /** The first claim that begins at `offset` or later. */
  private claimFrom(offset: number): Span | undefined {
    let low = 0;
    let high = this.claims.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.claims[middle] as Span).start >= offset) high = middle;
      else low = middle + 1;
    }
    return this.claims[low];
  }
}
