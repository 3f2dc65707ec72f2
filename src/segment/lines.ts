import type { Span } from "../core/span.ts";
import { isWhitespace } from "../text/whitespace.ts";

/** A line without its surrounding white space; an empty span is a blank line. */
export interface Line extends Span {
  /** UTF-16 code units of white space before the text. */
  readonly indent: number;
}

/** Cuts at `\n`, `\r\n` and `\r`. */
export function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let feed = -1;
  let carriage = -1;
  for (let from = 0; from <= source.length; ) {
    // Each break is looked for once: a file with only one kind would otherwise be searched to its end at every line.
    if (feed < from) feed = indexOrEnd(source, "\n", from);
    if (carriage < from) carriage = indexOrEnd(source, "\r", from);
    const to = carriage + 1 === feed ? feed : Math.min(feed, carriage);
    lines.push(trimLine(source, from, to));
    from = to + 1;
  }
  return lines;
}

function indexOrEnd(source: string, mark: string, from: number): number {
  const index = source.indexOf(mark, from);
  return index < 0 ? source.length : index;
}

function trimLine(source: string, from: number, to: number): Line {
  let start = from;
  let end = to;
  while (start < end && isWhitespace(source.charCodeAt(start))) start++;
  while (end > start && isWhitespace(source.charCodeAt(end - 1))) end--;
  return { start, end, indent: start - from };
}
