import type { Cleaned, CleanedBlock, KeptInstead, LedgerEntry } from "../core/cleaned.ts";
import type { Repeats } from "../core/repeats.ts";
import { defineRule, type Rule } from "../core/rule.ts";
import { firstEndingAfter } from "../core/span.ts";
import { joinBlocks, SEPARATOR, writeBlocks } from "../core/write-blocks.ts";
import { cutBlocks, dropEntry, originalText } from "./cut-blocks.ts";
import { visibleOverlap } from "./visible-overlap.ts";

/** A block of the document at hand, or with -1 all of it, that goes for another that stays. */
export interface BlockDuplicate {
  readonly block: number;
  readonly rule: Rule;
  readonly keptInstead: KeptInstead;
}

/** A block that goes for a reason of its own. */
interface BlockFurniture {
  readonly block: number;
  readonly rule: Rule;
  readonly repeats: Repeats;
}

/** What goes of the document at hand. */
export type BlockDrop = BlockDuplicate | BlockFurniture;

export function isDuplicate(drop: BlockDrop): drop is BlockDuplicate {
  return "keptInstead" in drop;
}

// Here an example's input is a corpus: a line with a form feed parts its documents, and the output is those that stay.
export const allParagraphsElsewhere: Rule = defineRule({
  id: "dedupe/all-paragraphs-elsewhere",
  summary: "a document of which every paragraph stands in earlier documents",
  changes: [
    {
      input:
        "The night train stops at the border for two hours now.\n\nDrivers say the old tunnel floods every time it rains.\n\nNobody at the ministry wanted to comment on the delays.\n\f\nDrivers say the old tunnel floods every time it rains.",
      output:
        "The night train stops at the border for two hours now.\n\nDrivers say the old tunnel floods every time it rains.\n\nNobody at the ministry wanted to comment on the delays.",
    },
  ],
  leavesAlone: [
    "The night train stops at the border for two hours now.\n\nDrivers say the old tunnel floods every time it rains.\n\f\nDrivers on the coast road say the same of every tunnel.",
  ],
});

/**
 * The document without its duplicates, and with a line of the ledger for each. A document that goes as a whole comes back
 * without blocks and with one line that holds all its text: there is no record to write, but its ledger is.
 *
 * A document that loses its last block this way is such a whole, under a rule of its own. An empty record would be
 * noise to whoever trains on the output, and keeping one duplicate so that something is left would be arbitrary. Its
 * line names what stays in place of the first duplicate; the others may have their likes in other documents.
 */
export function applyDrops(cleaned: Cleaned, drops: readonly BlockDrop[]): Cleaned {
  const duplicates = drops.filter(isDuplicate);
  const whole = duplicates.find((drop) => drop.block < 0);
  if (whole) return withoutAll(cleaned, whole);
  if (drops.length === 0) return cleaned;
  const sorted = drops.toSorted((a, b) => a.block - b.block);
  const dropped = new Set(sorted.map((drop) => drop.block));
  const blocks = cleaned.blocks.filter((_, i) => !dropped.has(i));
  if (blocks.length === 0) return withoutAll(cleaned, { ...firstOf(duplicates), rule: allParagraphsElsewhere });
  const cuts = sorted.map((drop) => ({ ...drop, block: cleaned.blocks[drop.block]! }));
  return settled(cleaned, blocks, cutBlocks(cleaned.ledger, cuts), 0);
}

function firstOf(duplicates: readonly BlockDuplicate[]): BlockDuplicate {
  return duplicates.reduce((first, drop) => (drop.block < first.block ? drop : first));
}

/** Everything a reader of the source saw, in one line of the ledger. */
function withoutAll(cleaned: Cleaned, drop: Pick<BlockDuplicate, "rule" | "keptInstead">): Cleaned {
  const { blocks, ledger } = cleaned;
  const parts = blocks.map((block) => ({ start: block.start, text: originalText(block) }));
  for (const entry of ledger) {
    const text = textOutside(entry, blocks);
    if (text !== "") parts.push({ start: entry.start, text });
  }
  parts.sort((a, b) => a.start - b.start);
  const end = Math.max(blocks.at(-1)?.end ?? 0, ledger.at(-1)?.end ?? 0);
  const entry = dropEntry({ start: 0, end }, joinBlocks(parts), drop, ledger);
  return settled(cleaned, [], [entry], SEPARATOR.length * Math.max(0, parts.length - 1));
}

/** What an entry removed beside the kept blocks; what it removed inside of one is in that block's original text. */
function textOutside({ start, end, text }: LedgerEntry, blocks: readonly CleanedBlock[]): string {
  let outside = text;
  for (let i = firstEndingAfter(blocks, start); i < blocks.length && blocks[i]!.start < end; i++) {
    const block = blocks[i]!;
    if (block.start <= start && block.end >= end) return "";
    const original = originalText(block);
    if (block.start <= start) outside = outside.slice(visibleOverlap(original, outside, block.end - start));
    else if (block.end >= end)
      outside = outside.slice(0, outside.length - visibleOverlap(outside, original, end - block.start));
    else outside = outside.replace(original, () => "");
  }
  return outside;
}

/** `joiners` are the line breaks that only the ledger's text has. */
function settled(
  before: Cleaned,
  blocks: readonly CleanedBlock[],
  ledger: readonly LedgerEntry[],
  joiners: number,
): Cleaned {
  const accounted = accountedLength(blocks, ledger) - joiners;
  const whitespace = before.whitespace + accountedLength(before.blocks, before.ledger) - accounted;
  return { ...before, text: writeBlocks(blocks, before.format).text, blocks, ledger, whitespace };
}

/** Visible characters of the source that blocks and ledger hold between them. */
function accountedLength(blocks: readonly CleanedBlock[], ledger: readonly LedgerEntry[]): number {
  let length = 0;
  for (const block of blocks) length += block.text.length;
  for (const { text, replacement } of ledger) length += text.length - (replacement?.length ?? 0);
  return length;
}
