import type { CorpusStage, Fact, Finding, FurnitureDrop } from "../core/corpus-stage.ts";
import { findFurniture } from "./find-furniture.ts";
import { learnedFurniture } from "./learned-furniture.ts";
import { type Page, pageFact, readPage } from "./page-fact.ts";
import { learnSource } from "./source-knowledge.ts";

/** A line that goes, as a finding about its block. */
interface FoundFurniture extends Finding {
  readonly drop: FurnitureDrop;
}

function* compare(group: readonly Fact[]): Iterable<FoundFurniture> {
  for (const pages of Map.groupBy(group.map(readPage), ({ source }: Page) => source).values()) {
    const known = learnSource(pages);
    if (!known) continue;
    for (const page of pages) {
      for (const { block, repeats } of findFurniture(page, known)) {
        const second = { document: page.document, block };
        yield { second, drop: { ...second, rule: learnedFurniture, repeats } };
      }
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
