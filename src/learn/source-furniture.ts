import type { Fact, FurnitureDrop, GroupStage } from "../core/corpus-stage.ts";
import { learnPages } from "./learn-pages.ts";
import { learnedFurniture } from "./learned-furniture.ts";
import { pageFact, sourceKey } from "./page-fact.ts";

function* compare(group: readonly Fact[]): Iterable<FurnitureDrop> {
  for (const { document, found } of learnPages(group))
    for (const { block, repeats } of found) yield { document, block, rule: learnedFurniture, repeats };
}

/** Lines that recur on many pages of one source, in places where furniture stands. */
export const sourceFurniture: GroupStage = {
  name: "source-furniture",
  rules: [learnedFurniture],
  facts: (cleaned, source) => [pageFact(cleaned, source)],
  keyOf: sourceKey,
  compare,
};
