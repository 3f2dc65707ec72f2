import { marksIn } from "../text/marks.ts";
import type { Block, PlacedPiece } from "./block.ts";
import type { Edit } from "./edit.ts";
import { firstEndingAfter, type Piece } from "./span.ts";

/** A block's text with the edits (sorted, not overlapping) that lie in it, rebuilt from the source's visible pieces. */
export function placePieces(block: Block, visible: readonly Piece[], edits: readonly Edit[]): Block {
  const writer = new PieceWriter();
  let e = firstEndingAfter(edits, block.start);
  for (let i = firstEndingAfter(visible, block.start); i < visible.length; i++) {
    const piece = visible[i]!;
    if (piece.start >= block.end) break;
    let position = Math.max(piece.start, block.start);
    const end = Math.min(piece.end, block.end);
    for (; e < edits.length && edits[e]!.start < end; e++) {
      const edit = edits[e]!;
      if (edit.start > position) writer.copy(piece, position, edit.start);
      // An edit over several pieces or blocks puts its text where it begins, once.
      if (edit.start >= position && edit.start >= block.start) writer.put(edit);
      position = Math.max(position, edit.end);
      if (edit.end > end) break;
    }
    if (position < end || (position === end && piece.start === end)) writer.copy(piece, position, end);
  }
  const { kind, start, end, shape } = block;
  const text = writer.text();
  return { kind, start, end, text, marks: marksIn(text), pieces: writer.pieces, ...(shape && { shape }) };
}

class PieceWriter {
  readonly pieces: PlacedPiece[] = [];
  private length = 0;

  /** Joined in one go: a string that grew by appending stays a chain, which every later reader has to follow. */
  text(): string {
    return this.pieces.map((piece) => piece.text).join("");
  }

  /** The part of a visible piece between two source offsets; a piece that maps only as a whole goes in whole. */
  copy(piece: Piece, start: number, end: number): void {
    if (piece.verbatim) this.push(start, end, piece.text.slice(start - piece.start, end - piece.start), true);
    else this.push(piece.start, piece.end, piece.text, false);
  }

  put(edit: Edit): void {
    this.push(edit.start, edit.end, edit.text, false);
  }

  private push(start: number, end: number, text: string, verbatim: boolean): void {
    this.pieces.push({ at: this.length, start, end, text, verbatim });
    this.length += text.length;
  }
}
