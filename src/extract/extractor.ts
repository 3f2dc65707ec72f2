import type { Metadata } from "../core/document.ts";
import type { Page } from "./page.ts";

/** What an extractor says of a page. */
export interface Choice {
  /** Text nodes of the page's tree that stay. */
  readonly kept: ReadonlySet<number>;
  /** Text nodes that go by a rule of the user's, none of them in `kept`. */
  readonly dropped?: ReadonlySet<number>;
  /** How likely each block is main content, 0 to 1, where the extractor tells. */
  readonly scores?: ArrayLike<number>;
  /** What it thinks of the page and of its own choice, for the record. */
  readonly judged?: Pick<Metadata, "pageType" | "confidence">;
}

/** Chooses the main content of a page. Pure: the same page always gives the same choice. */
export interface Extractor {
  readonly name: string;
  /** `undefined` where it found no main content. */
  choose(page: Page, metadata: Metadata): Choice | undefined;
}
