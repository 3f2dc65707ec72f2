import type { Cleaned, LedgerEntry } from "../core/cleaned.ts";
import { type Document, visibleText } from "../core/document.ts";
import type { RuleId } from "../core/rule.ts";
import { firstEndingAfter, outsideOf, type Span } from "../core/span.ts";

/** A stretch of what a reader of the source saw, and what became of it. */
export interface Passage {
  readonly text: string;
  /** Left out where the text stays. */
  readonly rule?: RuleId;
  readonly replacement?: string;
  /** Why just here, where the rule does not say it all. */
  readonly reason?: string;
}

/** A kept block with the changes inside it, or something that went as a whole. */
export interface ExplainedBlock {
  readonly passages: readonly Passage[];
}

/** Lays out a document in order of its source: kept text, and every change with its rule. */
export function explainDocument({ visible }: Pick<Document, "visible">, cleaned: Cleaned): ExplainedBlock[] {
  const { blocks, ledger } = cleaned;
  const kept = blocks.map((block) => ({ start: block.start, passages: passagesOf(block, cleaned, visible) }));
  const gone = outsideOf(ledger, blocks).map((entry) => ({ start: entry.start, passages: [changeOf(entry)] }));
  return [...kept, ...gone].sort((a, b) => a.start - b.start).map(({ passages }) => ({ passages }));
}

function passagesOf(block: Span, { ledger }: Cleaned, visible: Document["visible"]): Passage[] {
  const passages: Passage[] = [];
  let position = block.start;
  for (let i = firstEndingAfter(ledger, block.start); i < ledger.length && ledger[i]!.start < block.end; i++) {
    const { start, end } = ledger[i]!;
    passages.push({ text: visibleText(visible, { start: position, end: start }) });
    passages.push(changeOf(ledger[i]!));
    position = end;
  }
  passages.push({ text: visibleText(visible, { start: position, end: block.end }) });
  return passages.filter(({ text, rule }) => rule !== undefined || text !== "");
}

function changeOf({ text, rule, replacement, reason }: LedgerEntry): Passage {
  return { text, rule, ...(replacement !== undefined && { replacement }), ...(reason !== undefined && { reason }) };
}
