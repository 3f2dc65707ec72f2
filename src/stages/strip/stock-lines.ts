import type { Block } from "../../core/block.ts";
import type { Document } from "../../core/document.ts";
import { type Edit, remove } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import type { Zone } from "../../rules/classes.ts";
import type { PhraseMatch } from "../../rules/lexicon.ts";
import { isProse, mayBeHeadline } from "../../text/prose.ts";
import { type Zones, zonesOf } from "../../text/zones.ts";
import { type PackOptions, phrasebooks, phrasebooksOf } from "./phrasebooks.ts";

const teaser: Rule = defineRule({
  id: "strip/announced-teaser",
  summary: "a short line below a heading such as “Related Articles”, with no prose after it",
  changes: [
    {
      input:
        "The quay was shut on Monday, and nobody could say for how long it would be.\n\nRelated Articles\n\nNew pilot boat for Marrowby\n\nFerry prices to rise",
      output: "The quay was shut on Monday, and nobody could say for how long it would be.",
    },
  ],
  leavesAlone: [
    "Related Articles\n\nNew pilot boat for Marrowby\n\nThe quay was shut on Monday, and nobody could say for how long it would be.",
  ],
});

/** Longest line that can be a teaser, in UTF-16 code units. */
const LONGEST_TEASER = 160;
/** A longer list is what the page is there for, not what stands beside it. */
const MOST_TEASERS = 24;

/** Removes whole lines that are stock phrases of a pack, where the rule allows it. */
export const stockLines: DocumentStage<PackOptions> = {
  name: "stock-lines",
  rules: [...phrasebooks.rules.map(({ rule }) => rule), teaser],
  cap: 0.6,
  *plan(document, options) {
    const { lexicon } = phrasebooksOf(options).bookFor(document);
    const matches = document.blocks.map((block) => (block.kind === "code" ? undefined : lexicon.match(block.text)));
    if (matches.every((match) => match === undefined)) return;
    const zones = zonesOf(document.blocks.filter((_, i) => !matches[i]));
    const places = placeMatches(document, matches, zones);
    const taken = takeStrong(document, matches, places);
    takeWeakBesideTaken(matches, places, taken);
    for (let i = 0; i < matches.length; i++) if (taken[i]) yield remove(document.blocks[i]!, matches[i]!.rule.rule);
    yield* announcedTeasers(document, matches, places, taken);
  },
};

type Matches = readonly (PhraseMatch | undefined)[];

/** The zone of every block; `zones` counts the blocks without a match. */
function placeMatches(document: Document, matches: Matches, zones: Zones): Zone[] {
  let unmatched = 0;
  return document.blocks.map((_, i) => {
    const at = matches[i] ? unmatched : unmatched++;
    if (matches[i] ? at <= zones.first : at < zones.first) return zones.last < 0 ? "tail" : "head";
    return at > zones.last ? "tail" : "between";
  });
}

function takeStrong({ blocks }: Document, matches: Matches, places: readonly Zone[]): boolean[] {
  const lastProse = blocks.findLastIndex(({ text }) => isProse(text));
  return matches.map((match, i) => {
    if (!match || match.weak || !match.rule.zones.includes(places[i]!)) return false;
    if (match.rule.needsProse && lastProse < 0) return false;
    return !match.rule.aboveHeadline || (i + 2 <= lastProse && !matches[i + 1] && mayBeHeadline(blocks[i + 1]!.text));
  });
}

/**
 * A weak phrase goes when a neighbour went: once upwards, once downwards, so that runs of them follow. Between paragraphs
 * the neighbour must be of the same class, or the phrase of one that is never a heading, since headings stand there.
 */
function takeWeakBesideTaken(matches: Matches, places: readonly Zone[], taken: boolean[]): void {
  const consider = (i: number, neighbour: number): void => {
    const match = matches[i];
    if (!match?.weak || !taken[neighbour] || !match.rule.zones.includes(places[i]!)) return;
    taken[i] = places[i] !== "between" || isNeverHeading(match.rule) || match.rule === matches[neighbour]!.rule;
  };
  for (let i = 1; i < matches.length; i++) consider(i, i - 1);
  for (let i = matches.length - 2; i >= 0; i--) if (!taken[i]) consider(i, i + 1);
}

function isNeverHeading({ onlyWeak, inCapitals }: PhraseMatch["rule"]): boolean {
  return onlyWeak === true || inCapitals === true;
}

function* announcedTeasers(
  document: Document,
  matches: Matches,
  places: readonly Zone[],
  taken: readonly boolean[],
): Iterable<Edit> {
  const from = matches.findIndex((match, i) => taken[i] && match?.rule.announces && places[i] === "tail");
  if (from < 0) return;
  const announced = document.blocks.filter((_, i) => i > from && !taken[i]);
  if (announced.length > MOST_TEASERS || !announced.every(isTeaser)) return;
  for (const block of announced) yield remove(block, teaser);
}

function isTeaser(block: Block): boolean {
  return block.kind !== "code" && block.text.length <= LONGEST_TEASER && !isProse(block.text);
}
