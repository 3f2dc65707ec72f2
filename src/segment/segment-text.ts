import type { Block, BlockKind } from "../core/block.ts";
import { marksIn } from "../text/marks.ts";
import { codeRuns } from "./code-runs.ts";
import { isForcedBreak, wrapWidth } from "./hard-wrap.ts";
import { type Line, linesOf } from "./lines.ts";

const FENCE = /^(?:```|~~~)/;
const HEADING = /^#{1,6}[ \t]+\S/;
const LIST_ITEM = /^(?:[-*+•‣▪◦·–][ \t]+|\d{1,3}[.)][ \t]+)\S/;
const QUOTE = /^>[ \t]?\S/;
const TABLE_ROW = /^\|.*\|$/;

/**
 * Cuts plain text or Markdown into blocks. Blank lines end a block. Lines that stand together are one paragraph when
 * the text was hard-wrapped and the break between them was forced; else every line is a block of its own, as in files
 * with one paragraph a line. Linear in the length of the source.
 */
export function segmentText(source: string): Block[] {
  const groups = groupLines(source);
  const prose = groups.filter((group) => !group.code).map((group) => group.lines);
  const width = wrapWidth(source, prose, (line) => startsBlock(source, line));
  return groups.flatMap(({ lines, code }) =>
    code ? blockOf(source, lines[0]!, lines.at(-1)!, "code") : cutParagraphs(source, lines, width),
  );
}

interface LineGroup {
  readonly lines: Line[];
  readonly code: boolean;
}

/** Runs of lines without a blank one between them; shown code, fenced or not, is a group of its own, blank lines and all. */
function groupLines(source: string): LineGroup[] {
  const lines = linesOf(source);
  const shown = codeRuns(source, lines);
  if (source.includes("```") || source.includes("~~~"))
    for (const [open, close] of pairFences(source, lines)) shown.set(open, close);
  const groups: LineGroup[] = [];
  let open: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const close = shown.get(i);
    if (close === undefined && line.start < line.end) open.push(line);
    else if (open.length > 0) {
      groups.push({ lines: open, code: false });
      open = [];
    }
    if (close === undefined) continue;
    groups.push({ lines: lines.slice(i, close + 1), code: true });
    i = close;
  }
  if (open.length > 0) groups.push({ lines: open, code: false });
  return groups;
}

/** From the line that opens a code fence to the line that closes it; a fence that is never closed is no fence. */
function pairFences(source: string, lines: readonly Line[]): Map<number, number> {
  const pairs = new Map<number, number>();
  let open = -1;
  let mark = "";
  lines.forEach((line, i) => {
    const fence = FENCE.exec(source.slice(line.start, line.start + 3))?.[0];
    if (fence === undefined) return;
    if (open >= 0 && fence === mark && line.end - line.start === fence.length) {
      pairs.set(open, i);
      open = -1;
    } else if (open < 0 || line.end - line.start > fence.length) {
      open = i;
      mark = fence;
    }
  });
  return pairs;
}

function cutParagraphs(source: string, lines: readonly Line[], width: number): Block[] {
  const blocks: Block[] = [];
  let first = lines[0]!;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const next = lines[i + 1];
    if (next && width > 0 && isForcedBreak(source, line, next, width) && !startsBlock(source, next)) continue;
    blocks.push(blockOf(source, first, line, kindOf(source, first)));
    if (next) first = next;
  }
  return blocks;
}

function startsBlock(source: string, line: Line): boolean {
  return kindOf(source, line) !== "paragraph";
}

function kindOf(source: string, line: Line): BlockKind {
  const code = source.charCodeAt(line.start);
  if (code > 0x40 && code < 0x7b) return "paragraph"; // a letter: by far the most lines
  const text = source.slice(line.start, line.end);
  if (HEADING.test(text)) return "heading";
  if (LIST_ITEM.test(text)) return "list-item";
  if (QUOTE.test(text)) return "quote";
  return TABLE_ROW.test(text) ? "table" : "paragraph";
}

function blockOf(source: string, first: Line, last: Line, kind: BlockKind): Block {
  // Code keeps the indentation of its first line.
  const start = kind === "code" ? first.start - first.indent : first.start;
  const text = source.slice(start, last.end);
  return { kind, start, end: last.end, text, marks: marksIn(text) };
}
