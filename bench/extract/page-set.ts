import type { Gold } from "./page-scores.ts";

/** A page with what is known to be its content. */
export interface BenchPage extends Gold {
  readonly id: string;
  readonly html: string;
  readonly url?: string;
  /** Article, forum, product … where the set says so. */
  readonly type?: string;
  /** BCP 47, where the set says so. */
  readonly lang?: string;
}

/** Pages by number, so that a sample does not have to hold them all. */
export interface PageSet {
  readonly size: number;
  page(index: number): BenchPage;
}

/** At most `limit` of the numbers below `size`, spread evenly; always the same ones. */
export function spreadSample(size: number, limit: number): readonly number[] {
  if (limit >= size) return Array.from({ length: size }, (_, i) => i);
  return Array.from({ length: limit }, (_, i) => Math.floor(((i + 0.5) * size) / limit));
}
