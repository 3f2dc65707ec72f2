import type { Block } from "../core/block.ts";
import type { RawPlace, Shape } from "../core/shape.ts";
import type { Span } from "../core/span.ts";
import { isWhitespace } from "../text/whitespace.ts";
import { OpenMarks } from "./open-marks.ts";

const HEADING = /^(#{1,6})[ \t]+/;
const ENTRY = /^(?:[-*+•‣▪◦·–]|(\d{1,3})[.)])[ \t]+/;
const QUOTE = /^>[> \t]*/;
const FENCE = /^[ \t]*(?:`{3,}|~{3,})[ \t]*([\w+#.-]*)/;
const LINE_END = /\r\n?|\n/;
const DASHES = /^[ \t]*:?-+:?[ \t]*$/;
const ONE_BREAK = /^[^\S\n\r]*(?:\r\n?|\n)[^\S\n\r]*$/;

/** The blocks of a plain text, each with what Markdown has to know of it: the marks that it has itself are told apart. */
export function shapePlain(source: string, blocks: readonly Block[]): Block[] {
  const marks = new OpenMarks();
  let rowsUntil = 0;
  return blocks.map((block, i) => {
    const before = blocks[i - 1];
    if (i >= rowsUntil) rowsUntil = endOfPipeTable(source, blocks, i);
    const shape = i < rowsUntil ? { raw: rawPlace(source, block, before) } : ownMarks(source, block, before, marks);
    return Object.keys(shape).length === 0 ? block : { ...block, shape };
  });
}

/** The same for a text that is Markdown already. */
export function shapeRaw(source: string, blocks: readonly Block[]): Block[] {
  return blocks.map((block, i) => ({ ...block, shape: { raw: rawPlace(source, block, blocks[i - 1]) } }));
}

function rawPlace(source: string, block: Block, before: Block | undefined): RawPlace {
  const isNextLine = before && areNeighbours(source, before, block);
  return { indent: indentOf(source, block.start), ...(isNextLine && { after: before.end }) };
}

/** Whether one block begins on the line after the other. */
function areNeighbours(source: string, before: Span, { start }: Span): boolean {
  return ONE_BREAK.test(source.slice(before.end, start));
}

function indentOf(source: string, start: number): number {
  let at = start;
  while (at > 0 && isWhitespace(source.charCodeAt(at - 1)) && !/[\n\r]/.test(source[at - 1]!)) at--;
  return start - at;
}

/** From a head with a line of dashes below it to the last row; `from` itself where there is no such table. */
function endOfPipeTable(source: string, blocks: readonly Block[], from: number): number {
  if (blocks[from]!.kind !== "table" || !isDashes(blocks[from + 1])) return from;
  let to = from + 1;
  while (blocks[to]?.kind === "table" && areNeighbours(source, blocks[to - 1]!, blocks[to]!)) to++;
  return to > from + 1 ? to : from;
}

/** Whether a row is the line below the head of a table. Cell by cell: one pattern for all would need memory for each. */
function isDashes(row: Block | undefined): boolean {
  return (
    row?.kind === "table" &&
    row.text
      .slice(1, -1)
      .split("|")
      .every((cell) => DASHES.test(cell))
  );
}

function ownMarks(source: string, block: Block, before: Block | undefined, marks: OpenMarks): Shape {
  const { kind, text, start, end } = block;
  const quote = QUOTE.exec(text)?.[0];
  if (quote !== undefined && kind !== "code") {
    const within = marks.quote(depthOf(quote), before !== undefined && areNeighbours(source, before, block));
    return { within, parts: quote.length < text.length ? [{ start: start + quote.length, end }] : [] };
  }
  if (kind === "list-item") {
    const [mark, number] = ENTRY.exec(text)!;
    const within = marks.entry(indentOf(source, start), number === undefined ? undefined : Number(number));
    return { within, parts: [{ start: start + mark.length, end }] };
  }
  const within = marks.inside(kind === "paragraph" ? indentOf(source, start) : 0);
  if (kind === "code") return fenceShape(block);
  const heading = kind === "heading" ? HEADING.exec(text)! : undefined;
  if (heading) return { level: heading[1]!.length, parts: [{ start: start + heading[0].length, end }] };
  return within.length > 0 ? { within } : {};
}

/** Longer runs of marks are counted no further. */
const LONGEST_RUN = 100;

function depthOf(quote: string): number {
  return quote.slice(0, LONGEST_RUN).split(">").length - 1;
}

/** What stands between the lines of a fence. */
function fenceShape({ text, start }: Block): Shape {
  const fence = FENCE.exec(text);
  const opening = LINE_END.exec(text);
  if (!fence || !opening) return {};
  const from = opening.index + opening[0].length;
  const to = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  const parts = to > from ? [{ start: start + from, end: start + to }] : [];
  return { ...(fence[1] !== "" && { language: fence[1]! }), parts };
}
