import { escapeCell } from "../../text/escape-markdown.ts";
import type { WritableBlock } from "../written.ts";

/** A table with more places than this for each cell lays something out; so do very wide ones. */
const SPARSEST = 4;
const WIDEST = 100;

/**
 * Where the rows of one table can be one of GitHub's, what each of them gives: the first is the head and has the line of
 * dashes below it. `undefined` where they cannot: there must be two at least, and they must fill a good part of its places.
 */
export function tableLines(rows: readonly WritableBlock[]): string[][] | undefined {
  if (rows.length < 2) return undefined;
  let [width, cells] = [0, 0];
  for (const row of rows) {
    const columns = columnsOf(row);
    width = Math.max(width, (columns.at(-1) ?? 0) + 1);
    cells += columns.length;
  }
  if (width > WIDEST || rows.length * width > SPARSEST * cells) return undefined;
  const dashes = rowLine(new Array<string>(width).fill("---"));
  return rows.map((row, i) => (i === 0 ? [rowLine(placed(row, width)), dashes] : [rowLine(placed(row, width))]));
}

/** The column of each cell of a row. */
export function columnsOf({ shape }: WritableBlock): readonly number[] {
  return shape?.row?.columns ?? [];
}

/** The cells of a row in their columns. */
function placed(row: WritableBlock, width: number): string[] {
  const cells = new Array<string>(width).fill("");
  const parts = row.shape?.parts ?? [{ start: 0, end: row.text.length }];
  for (const [i, column] of columnsOf(row).entries())
    cells[column] = escapeCell(row.text.slice(parts[i]!.start, parts[i]!.end));
  return cells;
}

function rowLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
