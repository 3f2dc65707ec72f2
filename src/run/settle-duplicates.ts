import type { Fact } from "../core/corpus-stage.ts";
import type { BlockDrop } from "../dedupe/apply-drops.ts";
import { unpackFacts } from "../dedupe/fact-codec.ts";
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
  const facts = corpusStages.map((_, stage) => batches.flatMap((batch) => placeFacts(batch, stage, places)));
  return nameDrops(decideLocally(corpusStages, facts), (place) => ids[place]!);
}

function placeFacts({ first, packed }: FactBatch, stage: number, places: Uint32Array): Fact[] {
  const facts = unpackFacts(packed[stage] ?? new Uint32Array());
  return facts.map((fact) => ({ ...fact, document: places[first + fact.document]! }));
}
