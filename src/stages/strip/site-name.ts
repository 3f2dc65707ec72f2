import type { Document } from "../../core/document.ts";
import { remove } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { foldWords } from "../../text/fold.ts";
import { isProse } from "../../text/prose.ts";
import { zonesOf } from "../../text/zones.ts";
import { type PackOptions, phrasebooksOf } from "./phrasebooks.ts";

const PROSE =
  "The quay was shut on Monday, and nobody could say for how long it would be. The shipowners met at the town hall to hear the harbour master, who had little to tell them.";

const rule: Rule = defineRule({
  id: "strip/site-name",
  summary: "the site's own name, alone or with its slogan, above or below the text",
  changes: [
    { input: `${PROSE}\n\nMore News articles on QuayPost\n\nQuayPost – Your Harbour Paper`, output: PROSE },
    { input: `${PROSE}\n\nMore articles on QuayPost\n\nQuayPost`, output: PROSE },
  ],
  leavesAlone: [
    `${PROSE}\n\nQuayPost – Your Harbour Paper`,
    `${PROSE}\n\nMore articles on QuayPost\n\nQuayPost readers went home – all of them`,
    `${PROSE}\n\nQuayPost understands that the works – all of them – will take until spring, and longer.`,
  ],
});

/** Longest line of a name and a slogan, in UTF-16 code units. */
const LONGEST = 100;
const ARTICLE = /^(?:the|la|le|el|il|der|die|das)$/;
const SLOGAN = /(?<!\s)\s+[–—|•·:-]\s+/;

/** Removes lines of the site's name where the page, its address or another line of furniture says what the site is called. */
export const siteName: DocumentStage<PackOptions> = {
  name: "site-name",
  rules: [rule],
  cap: 0.2,
  *plan(document, options) {
    const zones = zonesOf(document.blocks);
    if (zones.last < 0) return;
    const edge = document.blocks.filter((_, i) => i < zones.first || i > zones.last);
    const candidates = edge.filter(({ text, kind }) => kind !== "code" && text.length <= LONGEST && !isProse(text));
    if (candidates.length === 0) return;
    const names = siteNames(
      document,
      candidates.map(({ text }) => text),
      options,
    );
    if (names.size === 0) return;
    for (const block of candidates) {
      const [name = "", slogan] = block.text.split(SLOGAN, 2);
      if (names.has(compact(name)) && (slogan === undefined || !names.has(compact(slogan)))) yield remove(block, rule);
    }
  },
};

function siteNames(document: Document, lines: readonly string[], options: PackOptions): ReadonlySet<string> {
  const names = new Set<string>();
  const { site, url } = document.metadata;
  if (site !== undefined) names.add(compact(site));
  const host = url === undefined ? undefined : URL.parse(url)?.hostname.replace(/^www\./, "");
  if (host) names.add(compact(host)).add(compact(host.split(".")[0]!));
  const { lexicon } = phrasebooksOf(options).bookFor(document);
  for (const line of lines) {
    const named = lexicon.match(line)?.site;
    if (named !== undefined) names.add(compact(named));
  }
  names.delete("");
  return names;
}

/** Names are written with and without spaces or an article, and addresses without. */
function compact(name: string): string {
  const words = foldWords(name);
  return words.slice(words.length > 1 && ARTICLE.test(words[0]!) ? 1 : 0).join("");
}
