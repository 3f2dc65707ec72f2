import type { Repeats } from "../core/repeats.ts";
import type { Page, PageLine } from "./page-fact.ts";
import type { SourceKnowledge } from "./source-knowledge.ts";

/** A line that goes, and how often it stands on the pages of its source. */
export interface FoundLine {
  readonly block: number;
  readonly repeats: Repeats;
  /** Index in the line's runs where only that opening or closing repeats. */
  readonly run?: number;
}

/** Share of pages on which a line stands that goes alone from the top or the bottom of one. */
const SHARE_ALONE = 0.4;
/** Lines one below the other, as a menu's or a footer's, that say as much as the end of a page does. */
const ROW = 5;
/** The same between paragraphs, where a recipe or a form could stand as well, and the share of pages they stand on. */
const ROW_BETWEEN = 8;
const SHARE_BETWEEN = 0.5;

/**
 * The lines of a page that are furniture. That a line repeats is not enough: section headings, labels and units of
 * measure do so as well. It has to stand in an unbroken row of such lines from the first or the last block of the page,
 * or in a long row whose neighbours repeat as neighbours. Measured on hosts of real pages: rows at an end were
 * furniture at .97, the rest of what repeats at .03 to .2.
 */
export function findFurniture(page: Page, known: SourceKnowledge): FoundLine[] {
  const found: Found = new Map();
  takeFromTop(page, known, found);
  takeFromBottom(page, known, found);
  takeRows(page, known, found);
  keepHeadings(page.lines, found);
  return page.lines.flatMap((line) => found.get(line) ?? []);
}

type Found = Map<PageLine, FoundLine>;

function takeFromTop({ lines }: Page, known: SourceKnowledge, found: Found): void {
  const row: Found = new Map();
  for (const [i, line] of lines.entries()) {
    const repeats = line.block === i ? known.line(line) : undefined;
    if (!repeats) break;
    row.set(line, { block: i, repeats });
  }
  addEnd(row, found);
}

function takeFromBottom({ lines, blocks }: Page, known: SourceKnowledge, found: Found): void {
  const row: Found = new Map();
  for (let i = lines.length - 1, block = blocks - 1; i >= 0; i--, block--) {
    const line = lines[i]!;
    if (line.block !== block) break;
    const repeats = known.line(line);
    const match = repeats ? { repeats } : known.run(line);
    if (!match) break;
    row.set(line, { block, ...match });
  }
  addEnd(row, found);
}

function addEnd(row: Found, found: Found): void {
  const [first] = row.values();
  if (row.size === 1 && first!.repeats.pages < SHARE_ALONE * first!.repeats.of) return;
  for (const [line, match] of row) found.set(line, match);
}

function takeRows({ lines }: Page, known: SourceKnowledge, found: Found): void {
  for (let from = 0, to = 0; from < lines.length; from = to) {
    const row = [known.line(lines[from]!)];
    for (to = from + 1; row[0] && to < lines.length && continues(lines, to, known); to++)
      row.push(known.line(lines[to]!));
    if (!isRow(row, lines[from]!)) continue;
    for (let i = from; i < to; i++) {
      const { block } = lines[i]!;
      found.set(lines[i]!, { block, repeats: row[i - from]! });
    }
  }
}

function continues(lines: readonly PageLine[], i: number, known: SourceKnowledge): boolean {
  const [upper, lower] = [lines[i - 1]!, lines[i]!];
  return upper.block + 1 === lower.block && known.line(lower) !== undefined && known.areNeighbours(upper, lower);
}

function isRow(row: readonly (Repeats | undefined)[], { position }: PageLine): boolean {
  if (position !== "between") return row.length >= ROW;
  return row.length >= ROW_BETWEEN && row.every((repeats) => repeats && repeats.pages >= SHARE_BETWEEN * repeats.of);
}

/** A heading goes only with what stands below it: the same heading may stand over a different section on each page. */
export function keepHeadings<One extends Pick<PageLine, "block" | "isHeading">>(
  lines: readonly One[],
  found: Map<One, unknown>,
): void {
  for (let i = lines.length - 1; i >= 0; i--) {
    const [line, below] = [lines[i]!, lines[i + 1]];
    if (line.isHeading && !(below && below.block === line.block + 1 && found.has(below))) found.delete(line);
  }
}
