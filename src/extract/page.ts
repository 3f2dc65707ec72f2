import type { Document, Metadata, TextFormat } from "../core/document.ts";
import type { Piece } from "../core/span.ts";
import { parseHtml } from "../html/parse-html.ts";
import type { HtmlTree } from "../html/tree.ts";
import { type PageBlock, placeBlocks } from "./page-blocks.ts";
import { type MeasuredPage, measurePage } from "./page-measures.ts";
import { shapedBlocks } from "./shape-blocks.ts";

/** What every extractor chooses from. */
export interface Page {
  readonly html: string;
  readonly tree: HtmlTree;
  /** The same blocks as columns, row by row those of `blocks`. */
  readonly measured: MeasuredPage;
  readonly blocks: readonly PageBlock[];
  readonly visible: readonly Piece[];
}

/**
 * Reads a page. Its reading order is the order of the source, also where the parser moves text. Visible is all text in
 * the body but what `INVISIBLE` lists; style sheets and attributes that hide text are not followed.
 */
export function readPage(html: string): Page {
  const tree = parseHtml(html);
  const measured = measurePage(tree);
  return { html, tree, measured, ...placeBlocks(measured.outline, measured.blocks) };
}

/** A page as a document with every block still in it. */
export function pageDocument(page: Page, metadata: Metadata, format?: TextFormat): Document {
  const { html: source, visible } = page;
  const form = format === "markdown" ? { format, blocks: shapedBlocks(page) } : { blocks: page.blocks };
  return { mediaType: "text/html", source, visible, ...form, edits: [], metadata, flags: [] };
}
