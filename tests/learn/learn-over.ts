import type { Cleaned } from "../../src/core/cleaned.ts";
import type { CorpusStage, Drop } from "../../src/core/corpus-stage.ts";
import { applyDrops } from "../../src/dedupe/apply-drops.ts";
import { decideOver as decideStages } from "../../src/dedupe/decide-over.ts";
import { nameDrops } from "../../src/dedupe/name-drops.ts";
import { guardFurniture } from "../../src/learn/guard-furniture.ts";
import { corpusStagesOf } from "../../src/pipeline.ts";

export const HOST = "quay.example";
/** The stage that learns, alone. */
const LEARN: readonly CorpusStage[] = corpusStagesOf({ dedupe: false, learn: true });

/** What the stages take of documents that all belong to one source, or each to its own. */
export function decideOver(
  documents: readonly Cleaned[],
  sourceOf: (index: number) => string = () => HOST,
  stages: readonly CorpusStage[] = LEARN,
): Drop[] {
  return decideStages(documents, stages, sourceOf).all();
}

/** What is left of documents when the stages are done with all of them. */
export function settleOver(
  documents: readonly Cleaned[],
  sourceOf: (index: number) => string,
  stages: readonly CorpusStage[],
  idOf: (index: number) => string = String,
): Cleaned[] {
  const drops = decideStages(documents, stages, sourceOf);
  return documents.map((cleaned, index) => {
    const guarded = guardFurniture(cleaned.blocks, nameDrops(drops, index, idOf));
    return applyDrops({ ...cleaned, flags: [...cleaned.flags, ...guarded.flags] }, guarded.drops);
  });
}

/** What is left of documents of one source. */
export function learnOver(documents: readonly Cleaned[], stages: readonly CorpusStage[] = LEARN): Cleaned[] {
  return settleOver(documents, () => HOST, stages);
}
