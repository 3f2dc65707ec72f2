import type { CorpusStage } from "../core/corpus-stage.ts";
import type { BlockDrop } from "../dedupe/apply-drops.ts";
import { FactTable } from "../dedupe/fact-table.ts";
import { decideLocally } from "../dedupe/local-engine.ts";
import { nameDrops } from "../dedupe/name-drops.ts";

/** Facts of one batch, packed; document number 0 of it is the arrival number `first`. */
export interface FactBatch {
  readonly first: number;
  readonly packed: readonly Uint32Array[];
}

/**
 * Decides what the stages take, by document. `places[arrival]` is a document's place in canonical order,
 * `ids[place]` its id.
 */
export function settleCorpus(
  stages: readonly CorpusStage[],
  batches: readonly FactBatch[],
  places: Uint32Array,
  ids: readonly string[],
): Map<number, BlockDrop[]> {
  const tables = factTables(stages.length, batches, places);
  return nameDrops(decideLocally(stages, tables), (place) => ids[place]!);
}

/** The facts of each stage, with their documents' places in canonical order. */
export function factTables(stages: number, batches: readonly FactBatch[], places: Uint32Array): FactTable[] {
  return Array.from({ length: stages }, (_, stage) => {
    const held = batches.filter(({ packed }) => packed[stage] !== undefined);
    return new FactTable(
      held.map(({ first, packed }) => ({ packed: packed[stage]!, placeOf: (document) => places[first + document]! })),
    );
  });
}
