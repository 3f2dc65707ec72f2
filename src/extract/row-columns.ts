import { attribute } from "../html/attributes.ts";
import { TAG } from "../html/tags.ts";
import { CELL } from "./elements.ts";
import type { Outline } from "./outline.ts";

/** As HTML has it, a cell is no wider; tables with more columns than the second are written as text. */
const WIDEST_CELL = 1000;
const MOST_COLUMNS = 200;
const TALLEST_CELL = 65_534;

/** A cell and the column it begins in, from 0. */
export interface PlacedCell {
  /** Node of the page's tree. */
  readonly node: number;
  readonly column: number;
}

/**
 * The cells of each row of a page, by rank of the row, in the columns that their spans give them (the table model of the HTML
 * standard). A row that goes beyond what Markdown is good for has no entry.
 */
export function rowColumns(outline: Outline, table: Int32Array): ReadonlyMap<number, readonly PlacedCell[]> {
  const rows = new Map<number, readonly PlacedCell[]>();
  /** For each table, how many rows more each column is taken. */
  const taken = new Map<number, number[]>();
  for (let rank = 0; rank < outline.count; rank++) {
    if (outline.tag[rank] !== TAG.tr) continue;
    const own = table[rank]!;
    if (!taken.has(own)) taken.set(own, []);
    const cells = placeCells(outline, rank, taken.get(own)!);
    if (cells) rows.set(rank, cells);
  }
  return rows;
}

function placeCells({ tree, node }: Outline, row: number, taken: number[]): PlacedCell[] | undefined {
  const cells: PlacedCell[] = [];
  const began: [from: number, to: number, rows: number][] = [];
  let column = 0;
  for (let cell = tree.firstChild[node[row]!]!; cell >= 0; cell = tree.nextSibling[cell]!) {
    if (!CELL[tree.tag[cell]!]) continue;
    while (column < MOST_COLUMNS && taken[column]! > 0) column++;
    if (column >= MOST_COLUMNS) return undefined;
    cells.push({ node: cell, column });
    const to = Math.min(MOST_COLUMNS, column + span(attribute(tree, cell, "colspan"), WIDEST_CELL));
    began.push([column, to, span(attribute(tree, cell, "rowspan"), TALLEST_CELL)]);
    column = to;
  }
  for (let i = 0; i < taken.length; i++) taken[i] = Math.max(0, taken[i]! - 1);
  for (const [from, to, rows] of began) for (let i = from; i < to; i++) taken[i] = Math.max(taken[i] ?? 0, rows - 1);
  for (let i = 0; i < taken.length; i++) taken[i] ??= 0;
  return cells;
}

function span(value: string | undefined, most: number): number {
  const count = value !== undefined && /^\s*\d{1,6}\s*$/.test(value) ? Number(value) : 1;
  return Math.max(1, Math.min(most, count));
}
