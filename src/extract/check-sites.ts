import { selectorFault } from "./select-elements.ts";
import { isHostPattern, type SiteRules } from "./site-rules.ts";

/** The first thing that is wrong with rules for sites, with its place; `undefined` where nothing is. */
export function checkSites(sites: Readonly<Record<string, SiteRules>>): string | undefined {
  for (const [pattern, rules] of Object.entries(sites)) {
    const place = `sites["${pattern}"]`;
    if (!isHostPattern(pattern)) return `${place}: is no host such as news.example or *.news.example`;
    for (const [key, selected] of Object.entries(rules)) {
      const fault = selectorFault(selected);
      if (fault !== undefined) return `${place}.${key}: ${fault}`;
    }
  }
  return undefined;
}
