import type { CorpusStage, Fact, Finding, FurnitureDrop } from "../core/corpus-stage.ts";
import { learnPages } from "./learn-pages.ts";
import { learnedFurniture } from "./learned-furniture.ts";
import { pageFact } from "./page-fact.ts";

/** A line that goes, as a finding about its block. */
interface FoundFurniture extends Finding {
  readonly drop: FurnitureDrop;
}

function* compare(group: readonly Fact[]): Iterable<FoundFurniture> {
  for (const { document, found } of learnPages(group)) {
    for (const { block, repeats } of found) {
      const second = { document, block };
      yield { second, drop: { ...second, rule: learnedFurniture, repeats } };
    }
  }
}

/** Lines that recur on many pages of one source, in places where furniture stands. */
export const sourceFurniture: CorpusStage<FoundFurniture> = {
  name: "source-furniture",
  rules: [learnedFurniture],
  facts: (cleaned, source) => [pageFact(cleaned, source)],
  compare,
  settle: (findings) => findings.map(({ drop }) => drop),
};
