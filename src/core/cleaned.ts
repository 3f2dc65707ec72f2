import { LOOSE_SPACE } from "../text/marks.ts";
import { collapseWhitespace, trimCode } from "../text/whitespace.ts";
import { type Block, type BlockKind, holds } from "./block.ts";
import { type Document, type Metadata, type TextFormat, visibleText } from "./document.ts";
import { placeParts } from "./place-parts.ts";
import { presentText } from "./present-text.ts";
import type { Repeats } from "./repeats.ts";
import { type RuleId, stageOf } from "./rule.ts";
import type { Shape } from "./shape.ts";
import { firstEndingAfter, type Span } from "./span.ts";
import { writeBlocks } from "./write-blocks.ts";

/** A kept block: its final text and the span of the decoded source it came from. */
export interface CleanedBlock extends Span {
  readonly kind: BlockKind;
  /** Plain, whatever the format of the document. */
  readonly text: string;
  /** Where the document is Markdown; its `parts` are spans of `text`. */
  readonly shape?: Shape;
  /** The visible source text of the span; left out where it is `text` but for white space. */
  readonly original?: string;
}

/** One change, with what a reader of the source saw there before it. */
export interface LedgerEntry extends Span {
  readonly stage: string;
  readonly rule: RuleId;
  readonly text: string;
  readonly replacement?: string;
  /** Rules whose own, smaller changes went into this one. */
  readonly absorbed?: readonly RuleId[];
  readonly score?: number;
  /** Why just here, in words, where the rule does not say it all. */
  readonly reason?: string;
  readonly keptInstead?: KeptInstead;
  readonly repeats?: Repeats;
}

/** The text that stays in place of a duplicate. */
export interface KeptInstead {
  readonly document: string;
  /** Index in that record's `paragraphs` before duplicates were dropped; left out for a whole document. */
  readonly paragraph?: number;
  /** Similarity, 0 to 1; 1 is identical after normalisation. */
  readonly score: number;
  /** Shingles or words that the two share and that they hold together: `score` in whole numbers. */
  readonly shared: number;
  readonly union: number;
}

/** What cleaning one document gives. */
export interface Cleaned extends Metadata {
  /** The blocks' texts joined by a blank line, or as Markdown. */
  readonly text: string;
  /** Left out where the text is plain. */
  readonly format?: TextFormat;
  readonly blocks: readonly CleanedBlock[];
  readonly ledger: readonly LedgerEntry[];
  readonly flags: readonly string[];
  /** Visible characters of the source that were white space and are not in the output, in UTF-16 code units. */
  readonly whitespace: number;
}

/** Settles white space and writes the ledger: the last step of a document's own stages. */
export function finish(document: Document): Cleaned {
  const ledger = document.edits.map((edit): LedgerEntry => {
    const { start, end, text, rule, absorbed, score, reason, repeats } = edit;
    return {
      stage: stageOf(rule.id),
      rule: rule.id,
      start,
      end,
      text: visibleText(document.visible, edit),
      ...(text !== "" && { replacement: text }),
      ...(absorbed && { absorbed }),
      ...(score !== undefined && { score }),
      ...(reason !== undefined && { reason }),
      ...(repeats && { repeats }),
    };
  });
  const blocks = document.blocks.map((block) => finishBlock(block, document)).filter((block) => block.text !== "");
  const { metadata, flags, format } = document;
  const { text } = writeBlocks(blocks, format);
  const whitespace = countWhitespace(document, blocks, ledger);
  return { ...metadata, ...(format && { format }), text, blocks, ledger, flags, whitespace };
}

function finishBlock(block: Block, document: Document): CleanedBlock {
  const text = isSettled(block) ? block.text : settleWhitespace(block.kind, block.text);
  const { kind, start, end } = block;
  const shape = block.shape && placeParts(block.shape, { start, end, text }, (span) => presentText(block, span));
  const finished = { kind, start, end, text, ...(shape && { shape }) };
  const edit = document.edits[firstEndingAfter(document.edits, start)];
  if (!edit || edit.start >= end) return finished;
  return { ...finished, original: visibleText(document.visible, block) };
}

/** Whether the rule for white space surely leaves a block as it is; true of nearly every one. */
function isSettled(block: Block): boolean {
  const { kind, text } = block;
  return kind !== "code" && !holds(block, LOOSE_SPACE) && !text.startsWith(" ") && !text.endsWith(" ");
}

/** The rule for white space in a kind of block. */
export function settleWhitespace(kind: BlockKind, text: string): string {
  return kind === "code" ? trimCode(text) : collapseWhitespace(text);
}

function countWhitespace(document: Document, blocks: readonly CleanedBlock[], ledger: readonly LedgerEntry[]): number {
  let count = 0;
  for (const piece of document.visible) count += piece.text.length;
  for (const entry of ledger) count += (entry.replacement?.length ?? 0) - entry.text.length;
  for (const block of blocks) count -= block.text.length;
  return count;
}
