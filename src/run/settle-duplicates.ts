import type { BlockDrop } from "../dedupe/apply-drops.ts";
import { FactTable } from "../dedupe/fact-table.ts";
import { decideLocally } from "../dedupe/local-engine.ts";
import { nameDrops } from "../dedupe/name-drops.ts";
import { corpusStages } from "../pipeline.ts";

/** Facts of one batch, packed; document number 0 of it is the arrival number `first`. */
export interface FactBatch {
  readonly first: number;
  readonly packed: readonly Uint32Array[];
}

/**
 * Decides what is a duplicate of what, by document. `places[arrival]` is a document's place in canonical order,
 * `ids[place]` its id.
 */
export function settleDuplicates(
  batches: readonly FactBatch[],
  places: Uint32Array,
  ids: readonly string[],
): Map<number, BlockDrop[]> {
  const tables = corpusStages.map((_, stage) => {
    const held = batches.filter(({ packed }) => packed[stage] !== undefined);
    return new FactTable(
      held.map(({ first, packed }) => ({ packed: packed[stage]!, placeOf: (document) => places[first + document]! })),
    );
  });
  return nameDrops(decideLocally(corpusStages, tables), (place) => ids[place]!);
}
