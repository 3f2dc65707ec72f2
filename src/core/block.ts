import { marksIn } from "../text/marks.ts";
import type { Shape } from "./shape.ts";
import type { Piece, Span } from "./span.ts";

/** What a block is on its page. `code` keeps its line breaks and indentation; in every other kind they are spacing. */
export type BlockKind = "paragraph" | "heading" | "list-item" | "quote" | "code" | "table";

/** A {@link Piece} that also knows where it begins in its block's text. */
export interface PlacedPiece extends Piece {
  /** Offset in the block's text, in UTF-16 code units. */
  readonly at: number;
}

/** A paragraph-like unit: a span of the source and the text that stands there now. */
export interface Block extends Span {
  readonly kind: BlockKind;
  readonly text: string;
  /** How `text` maps to the source; left out while `text` is the source's own characters. */
  readonly pieces?: readonly PlacedPiece[];
  /** The {@link marksIn} of `text`, where they were looked for when the block was made. */
  readonly marks?: number;
  readonly shape?: Shape;
}

/** Whether a block's text holds one of some characters, given as marks: the cheapest way to let it go. */
export function holds(block: Block, marks: number): boolean {
  return ((block.marks ?? marksIn(block.text)) & marks) !== 0;
}
