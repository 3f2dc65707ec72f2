import type { HtmlTree } from "../html/tree.ts";
import { type BlockTable, tabulateBlocks } from "./block-table.ts";
import { ElementTable } from "./element-table.ts";
import { Measures } from "./measures.ts";
import { type Outline, outlineOf } from "./outline.ts";

/** A page cut into blocks, with everything counted that features and scores are made of. */
export interface MeasuredPage {
  readonly outline: Outline;
  readonly blocks: BlockTable;
  readonly measures: Measures;
  readonly elements: ElementTable;
}

export function measurePage(tree: HtmlTree): MeasuredPage {
  const outline = outlineOf(tree);
  const blocks = tabulateBlocks(outline);
  const measures = new Measures(outline, blocks);
  return { outline, blocks, measures, elements: new ElementTable(outline, blocks, measures) };
}
