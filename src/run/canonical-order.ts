import type { Failure } from "../core/failure.ts";
import type { Input } from "../core/source.ts";
import type { FoundFailure, StoredDraft } from "./draft-store.ts";

/** The order of outputs: by input, then by member and record; never by arrival. */
export function inCanonicalOrder(drafts: readonly StoredDraft[]): number[] {
  const arrivals = drafts.map((_, arrival) => arrival);
  return arrivals.sort((a, b) => compareRecords(drafts[a]!, drafts[b]!));
}

function compareRecords(a: StoredDraft, b: StoredDraft): number {
  return a.order - b.order || (a.part ?? 0) - (b.part ?? 0) || (a.record ?? 0) - (b.record ?? 0);
}

/** Failures in the order of the inputs (paths by UTF-16 code unit), then by member and record; some come from the listing. */
export function orderFailures(
  found: readonly FoundFailure[],
  listed: readonly Failure[],
  inputs: readonly Pick<Input, "path">[],
): Failure[] {
  const keyed = [
    ...found.map(({ order, part = 0, failure }) => ({ input: inputs[order]!.path, part, failure })),
    ...listed.map((failure) => ({ input: failure.path, part: 0, failure })),
  ];
  keyed.sort((a, b) => {
    if (a.input !== b.input) return a.input < b.input ? -1 : 1;
    return a.part - b.part || (a.failure.record ?? 0) - (b.failure.record ?? 0);
  });
  return keyed.map(({ failure }) => failure);
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
