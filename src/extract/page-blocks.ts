import type { Block } from "../core/block.ts";
import { placePieces } from "../core/place-pieces.ts";
import { firstEndingAfter, type Piece, type Span } from "../core/span.ts";
import { firstInk, inkEnd } from "../text/whitespace.ts";
import type { FoundText } from "./collect-text.ts";

/** A piece of the page, and the text node it belongs to; none for a gap. */
export interface OwnedPiece {
  readonly piece: Piece;
  /** Index in the page's nodes; -1 for a gap. */
  readonly node: number;
}

/** A stretch of a block that comes from one text node, white space at both ends left out. */
export interface NodeRun extends Span {
  /** Index in the page's nodes. */
  readonly node: number;
}

/** A block of the page before anything is chosen. */
export interface PageBlock extends Block {
  /** Where the block's text comes from: in source order, only runs with characters that are not white space. */
  readonly runs: readonly NodeRun[];
}

/** What is to be seen in the page, and its division into blocks. */
export interface PageText {
  readonly visible: readonly Piece[];
  readonly blocks: readonly PageBlock[];
}

/**
 * Groups pieces (in source order) to blocks: neighbours of one segment. White space that only lays out the source,
 * outside of every block, is neither in a block nor visible.
 */
export function groupBlocks(html: string, owned: readonly OwnedPiece[], texts: readonly FoundText[]): PageText {
  const visible: Piece[] = [];
  const found: NodeRun[][] = [];
  for (let from = 0; from < owned.length; ) {
    const to = groupEnd(owned, texts, from);
    const group = withoutLayout(owned.slice(from, to), texts);
    for (const { piece } of group) visible.push(piece);
    const runs = inkRuns(group);
    if (runs.length > 0) found.push(runs);
    from = to;
  }
  return { visible, blocks: found.map((runs) => blockOf(runs, html, visible, texts)) };
}

/** Gaps belong to no segment: they never part blocks. */
function groupEnd(owned: readonly OwnedPiece[], texts: readonly FoundText[], from: number): number {
  let segment: number | undefined;
  for (let i = from; i < owned.length; i++) {
    const text = texts[(owned[i] as OwnedPiece).node];
    if (!text) continue;
    segment ??= text.segment;
    if (text.segment !== segment) return i;
  }
  return owned.length;
}

/** Without the gaps and white nodes at both ends. */
function withoutLayout(group: readonly OwnedPiece[], texts: readonly FoundText[]): readonly OwnedPiece[] {
  const counts = ({ node }: OwnedPiece): boolean => texts[node]?.ink === true;
  const first = group.findIndex(counts);
  return first < 0 ? [] : group.slice(first, group.findLastIndex(counts) + 1);
}

function inkRuns(group: readonly OwnedPiece[]): NodeRun[] {
  const runs: NodeRun[] = [];
  for (const { piece, node } of group) {
    const first = firstInk(piece.text);
    if (first < 0) continue;
    const start = piece.verbatim ? piece.start + first : piece.start;
    const end = piece.verbatim ? piece.start + inkEnd(piece.text) : piece.end;
    const last = runs.at(-1);
    if (last?.node === node) runs[runs.length - 1] = { node, start: last.start, end };
    else runs.push({ node, start, end });
  }
  return runs;
}

function blockOf(
  runs: readonly NodeRun[],
  html: string,
  visible: readonly Piece[],
  texts: readonly FoundText[],
): PageBlock {
  const { node, start } = runs[0] as NodeRun;
  const { end } = runs.at(-1) as NodeRun;
  const { kind } = texts[node] as FoundText;
  const from = kind === "code" ? indentedFrom(html, visible, start) : start;
  return { ...placePieces({ kind, start: from, end, text: "" }, visible, []), runs };
}

/** Code keeps the indentation of its first line. */
function indentedFrom(html: string, visible: readonly Piece[], start: number): number {
  const piece = visible[firstEndingAfter(visible, start)] as Piece;
  return piece.verbatim ? Math.max(piece.start, html.lastIndexOf("\n", start) + 1) : start;
}
