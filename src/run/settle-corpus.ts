import type { CorpusStage } from "../core/corpus-stage.ts";
import type { BlockDrop } from "../dedupe/apply-drops.ts";
import { FactTable } from "../dedupe/fact-table.ts";
import { decideLocally } from "../dedupe/local-engine.ts";
import { nameDrops } from "../dedupe/name-drops.ts";
import type { DraftStore } from "./draft-store.ts";

/**
 * Decides what the stages take, by document. `places[arrival]` is a document's place in canonical order,
 * `ids[place]` its id.
 */
export function settleCorpus(
  stages: readonly CorpusStage[],
  store: DraftStore,
  places: Uint32Array,
  ids: readonly string[],
): Map<number, BlockDrop[]> {
  const drops = decideLocally(stages, (stage) => factTable(store, stage, places));
  return nameDrops(drops, (place) => ids[place]!);
}

/** The facts of a stage, with their documents' places in canonical order. */
export function factTable(store: DraftStore, stage: number, places: Uint32Array): FactTable {
  const batches = Array.from(store.readFacts(stage), ({ first, packed }) => ({
    packed,
    placeOf: (document: number) => places[first + document]!,
  }));
  return new FactTable(batches);
}
