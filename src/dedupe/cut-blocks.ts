import type { CleanedBlock, KeptInstead, LedgerEntry } from "../core/cleaned.ts";
import { type Repeats, sayRepeats } from "../core/repeats.ts";
import { type Rule, type RuleId, stageOf } from "../core/rule.ts";
import type { Span } from "../core/span.ts";
import { visibleOverlap } from "./visible-overlap.ts";

/** Why something goes: for its like that stays, or for how often it repeats. */
interface Cause {
  readonly rule: Rule;
  readonly keptInstead?: KeptInstead;
  readonly repeats?: Repeats;
}

/** A block that goes. */
export interface BlockCut extends Cause {
  readonly block: CleanedBlock;
}

/** What a reader of the source saw where a block stands. */
export function originalText(block: CleanedBlock): string {
  return block.original ?? block.text;
}

/** The ledger with an entry for every cut; `cuts` are in source order. Sorted and without overlap, as it was before. */
export function cutBlocks(ledger: readonly LedgerEntry[], cuts: readonly BlockCut[]): LedgerEntry[] {
  const result: LedgerEntry[] = [];
  const waiting = [...ledger];
  let next = 0;
  for (const cut of cuts) {
    while (next < waiting.length && waiting[next]!.end <= cut.block.start) result.push(waiting[next++]!);
    let { start, end } = cut.block;
    let text = originalText(cut.block);
    const absorbed: LedgerEntry[] = [];
    for (; next < waiting.length && waiting[next]!.start < cut.block.end; next++) {
      const entry = waiting[next]!;
      if (entry.start < cut.block.start) {
        text = text.slice(visibleOverlap(entry.text, text, entry.end - start));
        start = entry.end;
        result.push(entry);
      } else if (entry.end > cut.block.end) {
        text = text.slice(0, text.length - visibleOverlap(text, entry.text, end - entry.start));
        end = entry.start;
        waiting[next] = withoutReplacement(entry);
        break;
      } else absorbed.push(entry);
    }
    if (start < end) result.push(dropEntry({ start, end }, text, cut, absorbed));
  }
  for (; next < waiting.length; next++) result.push(waiting[next]!);
  return result;
}

/** A replacement stands where its edit begins; when that block goes, it goes too and its edit is a removal. */
function withoutReplacement({ replacement: _, ...entry }: LedgerEntry): LedgerEntry {
  return entry;
}

/** The ledger's line for something that goes. */
export function dropEntry(
  { start, end }: Span,
  text: string,
  { rule, keptInstead, repeats }: Cause,
  inside: readonly LedgerEntry[],
): LedgerEntry {
  const absorbed = new Set<RuleId>(inside.flatMap((entry) => [...(entry.absorbed ?? []), entry.rule]));
  absorbed.delete(rule.id);
  return {
    stage: stageOf(rule.id),
    rule: rule.id,
    start,
    end,
    text,
    ...(absorbed.size > 0 && { absorbed: [...absorbed] }),
    ...(keptInstead && { keptInstead }),
    ...(repeats && { reason: sayRepeats(repeats), repeats }),
  };
}
