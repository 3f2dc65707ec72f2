import type { Page } from "./page-fact.ts";

/** Most pages of a source that are learned from, in canonical order: what the others could add is known by then. */
const MOST_PAGES = 1 << 16;
/** Share of a page's paragraphs, or of its lines where it has no prose, that no earlier page has. */
const FRESH_SHARE = 0.25;
/** So many new paragraphs make a page whatever else stands on it, as the texts of law below every page of a shop. */
const FRESH_PARAGRAPHS = 3;

/**
 * The pages of a source that say something of their own, in canonical order. A story that was scraped five times, with
 * other numbers, ads or teasers each time, is one page: else every line of it would look like furniture.
 */
export function distinctPages(pages: readonly Page[]): Page[] {
  const seen = new Set<number>();
  const distinct: Page[] = [];
  for (const page of pages) {
    if (distinct.length === MOST_PAGES) break;
    const content = page.prose.length > 0 ? new Set(page.prose) : new Set(page.lines.map(({ key }) => key));
    const fresh = [...content].filter((unit) => !seen.has(unit));
    const isFresh =
      fresh.length >= FRESH_SHARE * content.size || (page.prose.length > 0 && fresh.length >= FRESH_PARAGRAPHS);
    if (!isFresh) continue;
    for (const unit of fresh) seen.add(unit);
    distinct.push(page);
  }
  return distinct;
}
