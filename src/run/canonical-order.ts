import type { Failure } from "../core/failure.ts";
import type { StoredDraft } from "./draft-store.ts";

/** The order of outputs: by input, then by record; never by arrival. */
export function inCanonicalOrder(drafts: readonly StoredDraft[]): number[] {
  const arrivals = drafts.map((_, arrival) => arrival);
  return arrivals.sort((a, b) => compareRecords(drafts[a]!, drafts[b]!));
}

function compareRecords(a: StoredDraft, b: StoredDraft): number {
  return a.order - b.order || (a.record ?? 0) - (b.record ?? 0);
}

/** Failures come from the listing as well, so they are ordered by path (UTF-16 code units), then by record. */
export function compareFailures(a: Failure, b: Failure): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (a.record ?? 0) - (b.record ?? 0);
}

/**
 * Ids in canonical order. Of several documents that bring the same id the first keeps it; `fallback` names the others,
 * so that a line of the ledger always belongs to one document.
 */
export function uniqueIds(drafts: readonly StoredDraft[], fallback: (draft: StoredDraft) => string): string[] {
  const seen = new Set<string>();
  return drafts.map((draft) => {
    let id = seen.has(draft.id) ? fallback(draft) : draft.id;
    // Another document may have brought just this one.
    for (let n = 2; seen.has(id); n++) id = `${fallback(draft)}-${n}`;
    seen.add(id);
    return id;
  });
}
