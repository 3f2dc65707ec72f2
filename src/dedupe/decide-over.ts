import type { Cleaned } from "../core/cleaned.ts";
import type { CorpusStage, Drop } from "../core/corpus-stage.ts";
import { FactTable } from "./fact-table.ts";
import { decideLocally } from "./local-engine.ts";

/** What corpus stages take of documents that are all in memory; `sourceOf` names where one of them comes from. */
export function decideOver(
  documents: readonly Cleaned[],
  stages: readonly CorpusStage[],
  sourceOf: (index: number) => string = () => "",
): Drop[] {
  const facts = documents.map((cleaned, document) =>
    stages.map((stage) => Array.from(stage.facts(cleaned, sourceOf(document)), (fact) => ({ ...fact, document }))),
  );
  return decideLocally(stages, (stage) => FactTable.of(facts.flatMap((own) => own[stage]!)));
}
