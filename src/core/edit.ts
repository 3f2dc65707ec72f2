import type { Block, PlacedPiece } from "./block.ts";
import type { Repeats } from "./repeats.ts";
import type { Rule, RuleId } from "./rule.ts";
import type { Span } from "./span.ts";

/** A change to one span of the decoded source; `text` is what takes its place ("" removes it). */
export interface Edit extends Span {
  readonly text: string;
  readonly rule: Rule;
  /** How sure a judging stage was, 0 to 1. */
  readonly score?: number;
  /** Why just here, in words, where the rule's summary does not say it all. */
  readonly reason?: string;
  /** How often a line of furniture stands in its source. */
  readonly repeats?: Repeats;
  /** What the rule lifts into the record, where it lifts something. */
  readonly lifted?: string;
  /** Rules whose earlier edits lie inside this one and went into it. */
  readonly absorbed?: readonly RuleId[];
}

/** Says that a rule saw something at a span and changed nothing: only the rule's flag or lifted field comes of it. */
export interface Note extends Span {
  readonly rule: Rule;
  readonly lifted?: string;
  readonly note: true;
}

/** Takes the span away. */
export function remove(span: Span, rule: Rule): Edit {
  return { start: span.start, end: span.end, text: "", rule };
}

/** Leaves the span as it is and reports the rule. */
export function note(span: Span, rule: Rule): Note {
  return { start: span.start, end: span.end, rule, note: true };
}

/**
 * Replaces `from`..`to` of a block's present text (UTF-16 code units) and says so in source offsets. Where an end falls
 * inside a piece that maps only as a whole, the edit grows to that piece and carries its kept part along.
 */
export function replaceWithin(block: Block, from: number, to: number, text: string, rule: Rule): Edit {
  if (!block.pieces) return { start: block.start + from, end: block.start + to, text, rule };
  const first = pieceAt(block.pieces, from);
  const last = pieceAt(block.pieces, to - 1);
  const start = first.verbatim ? first.start + from - first.at : first.start;
  const end = last.verbatim ? last.start + to - last.at : last.end;
  const before = first.verbatim ? "" : first.text.slice(0, from - first.at);
  const after = last.verbatim ? "" : last.text.slice(to - last.at);
  return { start, end, text: before + text + after, rule };
}

function pieceAt(pieces: readonly PlacedPiece[], offset: number): PlacedPiece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const piece = pieces[middle] as PlacedPiece;
    if (piece.at + piece.text.length > offset) high = middle;
    else low = middle + 1;
  }
  return pieces[low] as PlacedPiece;
}
