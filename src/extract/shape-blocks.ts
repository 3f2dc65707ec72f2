import type { Shape } from "../core/shape.ts";
import type { Span } from "../core/span.ts";
import { TAG } from "../html/tags.ts";
import { codeLanguage } from "./code-language.ts";
import { type ElementShapes, elementShapes } from "./element-shapes.ts";
import type { Outline } from "./outline.ts";
import type { PageBlock } from "./page-blocks.ts";
import type { MeasuredPage } from "./page-measures.ts";
import { type PlacedCell, rowColumns } from "./row-columns.ts";

interface MeasuredBlocks {
  readonly measured: MeasuredPage;
  readonly blocks: readonly PageBlock[];
}

/** The blocks of a page with what Markdown has to know of each. */
export function shapedBlocks({ measured: { outline, blocks: table }, blocks }: MeasuredBlocks): readonly PageBlock[] {
  const elements = elementShapes(outline);
  const rows = rowColumns(outline, elements.table);
  return blocks.map((block, i) => {
    const shape = shapeOf(outline, elements, rows, block, table.host[i]!);
    return Object.keys(shape).length === 0 ? block : { ...block, shape };
  });
}

function shapeOf(
  outline: Outline,
  elements: ElementShapes,
  rows: ReadonlyMap<number, readonly PlacedCell[]>,
  block: PageBlock,
  host: number,
): Shape {
  const { kind } = block;
  const within = elements.within[host]!;
  const level = elements.level[host]!;
  const language = kind === "code" && elements.pre[host]! >= 0 ? codeLanguage(outline, elements.pre[host]!) : undefined;
  return {
    ...(within.length > 0 && { within }),
    ...(kind === "heading" && level > 0 && { level }),
    ...(language !== undefined && { language }),
    ...rowShape(outline, elements, rows, block, host),
  };
}

/** Of a block that is all of a row, or the only cell of one. */
function rowShape(
  { tree, tag, parent }: Outline,
  { table }: ElementShapes,
  rows: ReadonlyMap<number, readonly PlacedCell[]>,
  block: PageBlock,
  host: number,
): Shape {
  const row = tag[host] === TAG.tr ? host : parent[host]!;
  const cells = rows.get(row);
  if (!cells || (block.kind !== "table" && (cells.length !== 1 || tag[host] === TAG.tr))) return {};
  const columns = cells.map(({ column }) => column);
  const starts = cells.map(({ node }) => tree.start[node]!);
  return { row: { table: table[row]!, columns }, ...(cells.length > 1 && { parts: between(starts, block) }) };
}

/** A block cut where each cell begins; a cell that does not lie in it is empty. */
function between(starts: readonly number[], { start, end }: Span): Span[] {
  const clip = (offset: number): number => Math.min(end, Math.max(start, offset));
  return starts.map((from, i) => ({ start: clip(from), end: clip(starts[i + 1] ?? end) }));
}
