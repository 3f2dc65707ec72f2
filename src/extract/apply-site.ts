import type { Metadata } from "../core/document.ts";
import type { Page } from "./page.ts";
import { selector } from "./select-elements.ts";
import { siteMetadata } from "./site-metadata.ts";
import { type SiteRules, siteOf } from "./site-rules.ts";

/** What a site's rules find on one of its pages. */
export interface SiteFindings {
  /** Text nodes of the main content; left out where the rules name none, or none of it is there. */
  readonly body?: ReadonlySet<number>;
  /** Text nodes that go. */
  readonly dropped: ReadonlySet<number>;
  /** Whether the rules name a main content that the page has not. */
  readonly missed: boolean;
  readonly metadata: Metadata;
}

/**
 * Applies the rules for the page's host, where there are some.
 *
 * @throws {TypeError} when one of their selectors is none, with its place in the rules.
 */
export function applySite(
  page: Page,
  sites: Readonly<Record<string, SiteRules>>,
  address: string | undefined,
): SiteFindings | undefined {
  const site = siteOf(sites, address);
  if (!site) return undefined;
  const [pattern, rules] = site;
  const find = selector(page.tree);
  const select = (key: keyof SiteRules): readonly number[] => {
    const selected = rules[key];
    try {
      return selected === undefined ? [] : find(selected);
    } catch (error) {
      throw new TypeError(`sites["${pattern}"].${key}: ${(error as Error).message}`, { cause: error });
    }
  };
  const body = textsBelow(page, select("body"));
  return {
    ...(body.size > 0 && { body }),
    dropped: textsBelow(page, select("drop")),
    missed: rules.body !== undefined && body.size === 0,
    metadata: siteMetadata(page.tree, select, address),
  };
}

/** Visible texts in the elements, however these nest. */
function textsBelow({ measured: { outline } }: Page, elements: readonly number[]): ReadonlySet<number> {
  const wanted = new Set(elements);
  const inside = new Uint8Array(outline.count);
  for (let rank = 0; rank < outline.count; rank++)
    inside[rank] = wanted.has(outline.node[rank]!) || inside[outline.parent[rank]!] === 1 ? 1 : 0;
  return new Set(outline.texts.filter((node) => inside[outline.host[node]!] === 1));
}
