import type { Block } from "./block.ts";
import { firstEndingAfter, type Span } from "./span.ts";

/** What stands in a span of the source now, within a block. A piece that maps only as a whole counts where it begins. */
export function presentText(block: Block, { start, end }: Span): string {
  const { pieces } = block;
  if (!pieces) return block.text.slice(start - block.start, end - block.start);
  let text = "";
  for (let i = firstEndingAfter(pieces, start - 1); i < pieces.length && pieces[i]!.start < end; i++) {
    const piece = pieces[i]!;
    if (piece.verbatim)
      text += piece.text.slice(Math.max(0, start - piece.start), Math.min(piece.end, end) - piece.start);
    else if (piece.start >= start) text += piece.text;
  }
  return text;
}
