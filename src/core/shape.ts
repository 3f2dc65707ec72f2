import type { Span } from "./span.ts";

/** A quotation or an entry of a list around blocks. */
export interface Container {
  /** The same for all blocks in it, and in its document for no other container. */
  readonly id: number;
  /** Names the list that an entry belongs to; a quotation has none. */
  readonly list?: number;
  /** Of an entry in a numbered list. */
  readonly number?: number;
}

/**
 * How a block stands in its document, as far as Markdown has marks for it. The block's text stays plain, so that no stage
 * has to know of marks; they are written when the document is, see `writeBlocks`. Left out where plain text is asked for.
 */
export interface Shape {
  /** Outermost first. */
  readonly within?: readonly Container[];
  /** Of a heading, 1 to 6. */
  readonly level?: number;
  /** Of code, where the document names one. */
  readonly language?: string;
  /** Of a row: what names its table, and the column, from 0, that each of its `parts` begins in. */
  readonly row?: { readonly table: number; readonly columns: readonly number[] };
  /**
   * The cells of a row, or what stands behind the marks that the source itself has, none where that is nothing; all of the
   * block where left out. Spans of the source; in a finished block, of its text.
   */
  readonly parts?: readonly Span[];
  /** Of text that is Markdown already and is written as it is. */
  readonly raw?: RawPlace;
}

/** Where Markdown stands in its own source. */
export interface RawPlace {
  /** White space before its first line, in UTF-16 code units. */
  readonly indent: number;
  /** Where the block before it ends in the source, when no blank line parts them. */
  readonly after?: number;
}
