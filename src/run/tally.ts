import type { DocumentRecord } from "../core/record.ts";

/** Sums over records. Characters are UTF-16 code units. */
export interface Tally {
  documents: number;
  paragraphs: number;
  /** Characters of text that stay. */
  kept: number;
  /** Characters taken out, white space aside. */
  removed: number;
  readonly byRule: Record<string, number>;
  readonly flags: Record<string, number>;
}

export function emptyTally(): Tally {
  return { documents: 0, paragraphs: 0, kept: 0, removed: 0, byRule: {}, flags: {} };
}

/** Adds a record; with `sign` -1 takes it back, as when it is about to be replaced. */
export function countRecord(tally: Tally, record: DocumentRecord, sign: 1 | -1 = 1): void {
  tally.documents += sign;
  tally.paragraphs += sign * record.paragraphs.length;
  tally.kept += sign * record.text.length;
  for (const flag of record.flags) addTo(tally.flags, flag, sign);
  countRemoved(tally, record, sign);
}

/** What was taken out of a document, whether the rest of it stays or not. */
export function countRemoved(tally: Tally, { removed }: Pick<DocumentRecord, "removed">, sign: 1 | -1 = 1): void {
  tally.removed += sign * removed.characters;
  for (const [rule, count] of Object.entries(removed.byRule)) addTo(tally.byRule, rule, sign * count);
}

export function addTally(sum: Tally, tally: Tally): void {
  sum.documents += tally.documents;
  sum.paragraphs += tally.paragraphs;
  sum.kept += tally.kept;
  sum.removed += tally.removed;
  for (const [rule, count] of Object.entries(tally.byRule)) addTo(sum.byRule, rule, count);
  for (const [flag, count] of Object.entries(tally.flags)) addTo(sum.flags, flag, count);
}

function addTo(counts: Record<string, number>, key: string, count: number): void {
  counts[key] = (counts[key] ?? 0) + count;
}
