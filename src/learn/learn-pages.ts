import type { Fact } from "../core/corpus-stage.ts";
import { type FoundLine, findFurniture } from "./find-furniture.ts";
import { type Page, readPage } from "./page-fact.ts";
import { learnSource } from "./source-knowledge.ts";

/** A page of a source, and the lines of it that are furniture. */
export interface LearnedPage {
  readonly document: number;
  readonly found: readonly FoundLine[];
}

/** What is furniture on the pages of one 32-bit key: mostly those of one source. */
export function* learnPages(group: readonly Fact[]): Iterable<LearnedPage> {
  for (const pages of Map.groupBy(group.map(readPage), ({ source }: Page) => source).values()) {
    const known = learnSource(pages);
    if (!known) continue;
    for (const page of pages) yield { document: page.document, found: findFurniture(page, known) };
  }
}
