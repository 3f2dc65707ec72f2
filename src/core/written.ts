import type { BlockKind } from "./block.ts";
import type { Shape } from "./shape.ts";
import type { Span } from "./span.ts";

/** What is needed of a finished block to write it. The span is the source's. */
export interface WritableBlock extends Span {
  readonly kind: BlockKind;
  /** Plain, white space settled. */
  readonly text: string;
  /** With `parts` as spans of `text`. */
  readonly shape?: Shape;
}

/** Blocks as one text. */
export interface Written {
  readonly text: string;
  /** Where each block begins in it, in UTF-16 code units; in Markdown the line on which it does, marks and all. */
  readonly at: readonly number[];
}
