import type { Block, PlacedPiece } from "../core/block.ts";
import type { Piece, Span } from "../core/span.ts";
import { textPieces } from "../html/text.ts";
import { firstInk, inkEnd } from "../text/whitespace.ts";
import type { BlockTable } from "./block-table.ts";
import type { Outline } from "./outline.ts";

/** A stretch of a block that comes from one text node, white space at both ends left out. */
export interface NodeRun extends Span {
  /** The node in the page's tree. */
  readonly node: number;
}

/** A block of the page before anything is chosen. */
export interface PageBlock extends Block {
  readonly pieces: readonly PlacedPiece[];
  /** Where the block's text comes from: in source order, only runs with characters that are not white space. */
  readonly runs: readonly NodeRun[];
}

/** What is to be seen in the page, and its division into blocks. */
export interface PageText {
  readonly visible: readonly Piece[];
  readonly blocks: readonly PageBlock[];
}

/** Gives every block its place: the pieces of its texts and the gaps between them, in source order. */
export function placeBlocks(outline: Outline, table: BlockTable): PageText {
  const visible: Piece[] = [];
  const blocks: PageBlock[] = [];
  let gap = 0;
  for (let b = 0; b < table.count; b++) {
    const placer = new BlockPlacer(outline);
    for (let i = table.from[b]!; i < table.to[b]!; i++) {
      const node = outline.texts[i]!;
      gap = placer.addGaps(gap, outline.tree.start[node]!);
      placer.addText(node);
    }
    for (const piece of placer.pieces) visible.push(piece);
    blocks.push(placer.block(outline.kind[table.host[b]!]!));
  }
  return { visible, blocks };
}

class BlockPlacer {
  readonly pieces: Piece[] = [];
  private readonly runs: NodeRun[] = [];
  private readonly outline: Outline;

  constructor(outline: Outline) {
    this.outline = outline;
  }

  /** Takes the gaps before `end` that lie after the pieces so far; those before the block are passed over. */
  addGaps(next: number, end: number): number {
    const { gaps } = this.outline;
    let at = next;
    for (; at < gaps.length && gaps[at]!.at < end; at++) {
      const { at: start, text } = gaps[at]!;
      if (this.pieces.length > 0) this.pieces.push({ start, end: start, text, verbatim: false });
    }
    return at;
  }

  addText(node: number): void {
    let run: NodeRun | undefined;
    for (const piece of textPieces(this.outline.tree, node)) {
      this.pieces.push(piece);
      const first = firstInk(piece.text);
      if (first < 0) continue;
      const start = piece.verbatim ? piece.start + first : piece.start;
      const end = piece.verbatim ? piece.start + inkEnd(piece.text) : piece.end;
      run = { node, start: run?.start ?? start, end };
    }
    if (run) this.runs.push(run);
  }

  block(kind: Block["kind"]): PageBlock {
    const { end } = this.runs.at(-1)!;
    const first = this.runs[0]!.start;
    const start = kind === "code" ? this.indentedFrom(first) : first;
    const pieces: PlacedPiece[] = [];
    let at = 0;
    for (const piece of this.pieces) {
      const from = Math.max(piece.start, start);
      const to = Math.min(piece.end, end);
      if (from > to || piece.end < start || (from === to && piece.end > piece.start)) continue;
      const text = piece.verbatim ? piece.text.slice(from - piece.start, to - piece.start) : piece.text;
      pieces.push({ at, start: from, end: to, text, verbatim: piece.verbatim });
      at += text.length;
    }
    return { kind, start, end, text: pieces.map(({ text }) => text).join(""), pieces, runs: this.runs };
  }

  /** Code keeps the indentation of its first line. */
  private indentedFrom(start: number): number {
    const piece = this.pieces.find(({ end }) => end > start)!;
    return piece.verbatim ? Math.max(piece.start, this.outline.tree.source.lastIndexOf("\n", start) + 1) : start;
  }
}
