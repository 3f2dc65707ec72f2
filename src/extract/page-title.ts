import { foldWords } from "../text/fold.ts";
import { type Finding, findings, firstFinding } from "./finding.ts";
import type { PageFacts } from "./page-facts.ts";
import { foldTitle, isTitle, withoutHost, withoutSite } from "./titles.ts";

/** Longer headings are no titles, in UTF-16 code units. */
const LONGEST = 300;
/** Share of the words of the shorter of two titles that makes them one title in two wordings. */
const SAME_TITLE = 0.5;

/**
 * The title of a page. What it states of itself is written for search engines and feeds: with the site's name behind it,
 * or in other words than the headline on the page. So a headline that is a part of any stated title is the title, and one
 * that says the same in other words is, unless the article's own data states the title. `host` is the page's.
 */
export function pageTitle(facts: PageFacts, site: string | undefined, host: string | undefined): Finding | undefined {
  const stated = [...findings(facts, "title", (value) => statedTitle(value, site))];
  const [best] = stated;
  if (!best) return firstFinding(facts, "title", (value) => value);
  const headlines = [...new Set(facts.get("h1"))].filter((text) => text.length <= LONGEST && !isSite(text, site));
  if (headlines.some((text) => foldTitle(text) === foldTitle(best.value))) return best;
  const headline =
    headlines.find((text) => isTitle(text, best.value)) ??
    (best.source.startsWith("json-ld:") ? undefined : headlineOf(headlines, stated, best.value));
  if (headline !== undefined) return { value: headline, source: "h1" };
  return { value: withoutHost(best.value, host), source: best.source };
}

function headlineOf(headlines: readonly string[], stated: readonly Finding[], title: string): string | undefined {
  const part = headlines.find((text) => stated.some(({ value, source }) => source !== "h1" && isTitle(text, value)));
  if (part !== undefined) return part;
  const words = new Set(foldWords(title));
  let best: { readonly text: string; readonly share: number } | undefined;
  for (const text of headlines) {
    const own = new Set(foldWords(text));
    const shared = [...own].filter((word) => words.has(word)).length;
    const share = shared / Math.max(1, Math.min(own.size, words.size));
    if (shared > 1 && share >= SAME_TITLE && share > (best?.share ?? 0)) best = { text, share };
  }
  return best?.text;
}

/** The title without the site's name; none where it says nothing else. */
function statedTitle(value: string, site: string | undefined): string | undefined {
  const title = withoutSite(value.replace(/<\/?(?:b|br|em|i|span|strong|sub|sup)\b[^<>]*>/gi, ""), site);
  return title === "" || isSite(title, site) ? undefined : title;
}

function isSite(text: string, site: string | undefined): boolean {
  return site !== undefined && foldTitle(text) === foldTitle(site);
}
