import type { Metadata } from "../core/document.ts";

/** The fields of the metadata that a selector may point to. */
export type SiteField = Exclude<keyof Metadata, "langConfidence" | "metadataFrom" | "pageType" | "confidence">;

export const SITE_FIELDS: readonly SiteField[] = [
  ...(["title", "byline", "published", "modified", "site", "lang", "url", "description", "image"] as const),
  ...(["licence", "tags"] as const),
];

/** CSS selectors for the pages of a site. */
export interface SiteRules extends Readonly<Partial<Record<SiteField, string>>> {
  /** The main content; where nothing of a page matches, the extractor chooses. */
  readonly body?: string;
  /** What goes, wherever it stands. */
  readonly drop?: string;
}

/** A host by name, or all below one: `*.example.org` is for `www.example.org`, not for `example.org`. */
const PATTERN = /^(?:\*\.)?[^\s*/:.]+(?:\.[^\s*/:.]+)*$/;

/** Whether a key of `sites` is a pattern of hosts, without scheme, port or path. */
export function isHostPattern(pattern: string): boolean {
  return PATTERN.test(pattern);
}

/** The rules for a host and their pattern: its own, else those of the longest pattern that it is below. */
export function siteOf(
  sites: Readonly<Record<string, SiteRules>>,
  address: string | undefined,
): readonly [pattern: string, rules: SiteRules] | undefined {
  const host = address === undefined ? undefined : URL.parse(address)?.hostname;
  if (!host) return undefined;
  const matching = Object.entries(sites).filter(([pattern]) => {
    const name = pattern.toLowerCase();
    return name === host || (name.startsWith("*.") && host.endsWith(name.slice(1)));
  });
  const rank = (pattern: string): number => (pattern.startsWith("*") ? pattern.length : Number.POSITIVE_INFINITY);
  return matching.sort(([a], [b]) => rank(b) - rank(a))[0];
}
