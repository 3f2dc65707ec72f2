import type { Block } from "../../core/block.ts";
import type { Document } from "../../core/document.ts";
import { type Edit, replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { capitalisedWords, WordFinder } from "../../text/find-words.ts";
import { linkDebris } from "./link-debris.ts";

const rule: Rule = defineRule({
  id: "repair/link-case",
  summary:
    "a name that a link-injecting plugin put in lower case, while the rest of the document always capitalises it",
  changes: [
    {
      input:
        'The road to marrowby/" class="auto-internal-link">marrowby is open. Traffic into Marrowby grew, and all of Marrowby knows.',
      output: "The road to Marrowby is open. Traffic into Marrowby grew, and all of Marrowby knows.",
    },
  ],
  leavesAlone: [
    "Nobody here writes marrowby so. Traffic into Marrowby grew, and all of Marrowby knows, but no link was broken.",
    'The road to harbour/" class="auto-internal-link">harbour works is open. The Harbour Office closed the harbour.',
  ],
});

/** Shorter words are too often both a name and a common word. UTF-16 code units. */
const SHORTEST = 4;
const WORD = /^[\p{L}\p{M}]+/u;
/** UTF-16 code units. */
const LONGEST_WORD = 60;
/** Names looked at, in order of their first place: no article has so many, and hostile text must not cost more. */
const MOST_NAMES = 400;
/** What stands between the end of a sentence and the first word of the next. */
const SENTENCE_START = /(?:^|[.!?:…\n“"‘(])["'“‘(\s]{0,8}$/;

/**
 * Capitalises two kinds of words, and only where link debris was found: the first word of a broken link, and a word
 * that stands in lower case just once. Both must stand capitalised mid-sentence elsewhere and nowhere else in lower case.
 */
export const linkCase: DocumentStage = {
  name: "link-case",
  rules: [rule],
  cap: 0.1,
  *plan(document) {
    const links = findLinkWords(document);
    if (links.length === 0) return;
    const names = findCapitalised(document.blocks);
    const linkWords = new Set(links.map(({ word }) => word));
    // A word that is no link's must stand capitalised twice.
    const wanted = [...names].filter(([word, places]) => places.length > (linkWords.has(word) ? 0 : 1));
    const words = wanted.slice(0, MOST_NAMES).map(([word]) => word);
    for (const [word, found] of findLowerCase(document.blocks, words, links))
      if (isProven(found, names.get(word)!)) for (const { block, at } of found) yield capitalise(block, at);
  },
};

/** A trace outside of links needs more: two names, one of them between lower-case words, so no part of a longer name. */
function isProven(found: readonly LowerCaseUse[], names: readonly Place[]): boolean {
  const links = found.filter(({ isLink }) => isLink).length;
  if (found.length !== Math.max(links, 1)) return false;
  const inside = names.filter((name) => !beginsSentence(name));
  return links > 0 ? inside.length > 0 : inside.length >= 2 && inside.some(standsAlone);
}

/** A word in its block. */
interface Place {
  readonly block: Block;
  readonly at: number;
}

/** The first words of broken links: what stands where an edit of the debris stage ends. */
function findLinkWords(document: Document): (Place & { readonly word: string })[] {
  const edits = document.edits.filter((edit) => linkDebris.rules.includes(edit.rule));
  const ends = new Set(edits.map((edit) => edit.end));
  if (ends.size === 0) return [];
  return document.blocks.flatMap((block) =>
    (block.pieces ?? [])
      .filter((piece) => piece.verbatim && ends.has(piece.start))
      .map(({ at }) => ({ block, at, word: WORD.exec(block.text.slice(at, at + LONGEST_WORD))?.[0] ?? "" })),
  );
}

/** Capitalised words, by their lower-case form. */
function findCapitalised(blocks: readonly Block[]): Map<string, Place[]> {
  const names = new Map<string, Place[]>();
  for (const block of blocks) {
    const spans = capitalisedWords(block.text, SHORTEST);
    for (let i = 0; i < spans.length; i += 2) {
      const at = spans[i]!;
      addPlace(names, block.text.slice(at, spans[i + 1]).toLowerCase(), { block, at });
    }
  }
  return names;
}

function addPlace<Found extends Place>(places: Map<string, Found[]>, word: string, place: Found): void {
  const known = places.get(word);
  if (known) known.push(place);
  else places.set(word, [place]);
}

function beginsSentence({ block, at }: Place): boolean {
  return SENTENCE_START.test(block.text.slice(Math.max(0, at - 8), at));
}

function standsAlone({ block: { text }, at }: Place): boolean {
  const before = /(?<!\p{L})(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, at - 24), at))?.[1];
  const after = /^\p{L}+\s+(\p{L}+)/u.exec(text.slice(at, at + 48))?.[1];
  if (before === undefined || /^(?:of|for|de|del|von|van)$/.test(before)) return false;
  return before === before.toLowerCase() && (after === undefined || after === after.toLowerCase());
}

interface LowerCaseUse extends Place {
  /** It is the first word of a broken link. */
  readonly isLink: boolean;
}

/** Where the words stand in lower case. */
function findLowerCase(
  blocks: readonly Block[],
  words: readonly string[],
  links: readonly Place[],
): Map<string, LowerCaseUse[]> {
  const finder = new WordFinder(words);
  const found = new Map<string, LowerCaseUse[]>();
  for (const block of blocks) {
    const own = links.filter((link) => link.block === block);
    for (const { at, word } of finder.placesIn(block.text))
      addPlace(found, word, { block, at, isLink: own.some((link) => link.at === at) });
  }
  return found;
}

function capitalise(block: Block, at: number): Edit {
  const initial = String.fromCodePoint(block.text.codePointAt(at)!);
  return replaceWithin(block, at, at + initial.length, initial.toUpperCase(), rule);
}
