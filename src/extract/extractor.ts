import type { Page } from "./page.ts";

/** Chooses the main content of a page. Pure: the same page always gives the same choice. */
export interface Extractor {
  readonly name: string;
  /** Indices in `page.nodes` of the text that stays; `undefined` where it found no article. */
  choose(page: Page): ReadonlySet<number> | undefined;
}
