import type { Cleaned } from "../core/cleaned.ts";
import type { CorpusStage } from "../core/corpus-stage.ts";
import type { CorpusDrops } from "./corpus-drops.ts";
import { decide } from "./decide.ts";
import { factsInMemory } from "./fact-source.ts";

/** What corpus stages take of documents that are all in memory; `sourceOf` names where one of them comes from. */
export function decideOver(
  documents: readonly Cleaned[],
  stages: readonly CorpusStage[],
  sourceOf: (index: number) => string = () => "",
): CorpusDrops {
  return decide(stages, (stage) => factsInMemory(documents, stages[stage]!, sourceOf));
}
