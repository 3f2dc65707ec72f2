import { SourceError } from "./source-error.ts";

const QUOTE = '"';
const LINE_FEED = 10;

/**
 * Cuts text into rows of fields (RFC 4180), however it comes in pieces. A quotation mark counts only where a field begins; lines end
 * in LF or CRLF.
 */
export class CsvRows {
  private readonly delimiter: string;
  private readonly mostUnits: number;
  private row: string[] = [];
  private field = "";
  private units = 0;
  private state: "start" | "plain" | "quoted" | "quote" = "start";

  /** `mostUnits` is the longest row in UTF-16 code units. */
  constructor(delimiter: string, mostUnits: number) {
    this.delimiter = delimiter;
    this.mostUnits = mostUnits;
  }

  /** The rows that end in this piece. @throws {SourceError} when one is too long. */
  *add(text: string): Generator<readonly string[]> {
    for (let at = 0; at < text.length; ) {
      if (this.state === "start" && text[at] === QUOTE) {
        this.state = "quoted";
        at++;
      } else if (this.state === "quoted") at = this.addQuoted(text, at);
      else if (this.state === "quote") {
        // Two of them stand for one; one ends the quotation, and what follows it is plain.
        if (text[at] === QUOTE) this.append(QUOTE);
        this.state = text[at] === QUOTE ? "quoted" : "plain";
        if (text[at] === QUOTE) at++;
      } else {
        const end = this.plainEnd(text, at);
        this.append(text.slice(at, end));
        if (end > at) this.state = "plain";
        at = end + 1;
        if (text[end] === this.delimiter) this.endField();
        else if (end < text.length) yield this.endRow();
      }
    }
  }

  /** The last row, where no line end follows it. @throws {SourceError} when it stops within a quotation. */
  *end(): Generator<readonly string[]> {
    if (this.state === "quoted") throw new SourceError("damaged", "a quotation without an end");
    if (this.state !== "start" || this.row.length > 0) yield this.endRow();
  }

  private addQuoted(text: string, at: number): number {
    const end = text.indexOf(QUOTE, at);
    this.append(text.slice(at, end < 0 ? text.length : end));
    if (end < 0) return text.length;
    this.state = "quote";
    return end + 1;
  }

  private plainEnd(text: string, from: number): number {
    const delimiter = this.delimiter.charCodeAt(0);
    for (let at = from; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === delimiter || unit === LINE_FEED) return at;
    }
    return text.length;
  }

  private append(text: string): void {
    this.units += text.length;
    if (this.units > this.mostUnits) throw new SourceError("too-large");
    this.field += text;
  }

  private endField(): void {
    this.row.push(this.field);
    this.field = "";
    this.state = "start";
  }

  private endRow(): readonly string[] {
    if (this.field.endsWith("\r")) this.field = this.field.slice(0, -1);
    this.endField();
    const { row } = this;
    this.row = [];
    this.units = 0;
    return row;
  }
}
