import type { Block } from "../../core/block.ts";
import type { Document } from "../../core/document.ts";
import { type Edit, replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
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

/** Words of four letters at least: shorter ones are too often both a name and a common word. */
const NAME = /\p{Lu}[\p{L}\p{M}]{3,}/gu;
const WORD = /^[\p{L}\p{M}]+/u;
/** UTF-16 code units. */
const LONGEST_WORD = 60;
const LETTER = /[\p{L}\p{M}]/u;
/** Names looked at, in order of their first place: more make the search for them slow, and no article has so many. */
const MOST_NAMES = 400;
/** What stands between the end of a sentence and the first word of the next. */
const SENTENCE_START = /(?:^|[.!?:…\n“"‘(])["'“‘(\s]*$/;

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
    const names = findCapitalised(document);
    // A word that is no link's must stand capitalised twice.
    const linkWords = new Set(links.map(({ word }) => word));
    const candidates = [...names].filter(([word, places]) => places.length > 1 || linkWords.has(word));
    const words = candidates.slice(0, MOST_NAMES).map(([word]) => word);
    for (const [word, found] of findLowerCase(document, words, links))
      if (isProven(found, names.get(word)!)) for (const { block, at } of found) yield capitalise(block, at);
  },
};

/** A trace outside of links needs more: two names, one of them between lower-case words, so no part of a longer name. */
function isProven(found: readonly LowerCaseUse[], names: readonly Place[]): boolean {
  const links = found.filter(({ isLink }) => isLink).length;
  const inside = names.filter((name) => !beginsSentence(name));
  if (links > 0) return links === found.length && inside.length > 0;
  return found.length === 1 && inside.length >= 2 && inside.some(standsAlone);
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
function findCapitalised(document: Document): Map<string, Place[]> {
  const names = new Map<string, Place[]>();
  for (const block of document.blocks) {
    for (const { 0: word, index } of block.text.matchAll(NAME)) {
      const key = word.toLowerCase();
      const places = names.get(key);
      if (places) places.push({ block, at: index });
      else names.set(key, [{ block, at: index }]);
    }
  }
  return names;
}

function beginsSentence({ block, at }: Place): boolean {
  return SENTENCE_START.test(block.text.slice(Math.max(0, at - 8), at));
}

function standsAlone({ block: { text }, at }: Place): boolean {
  const before = /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, at - 24), at))?.[1];
  const after = /^\p{L}+\s+(\p{L}+)/u.exec(text.slice(at, at + 48))?.[1];
  if (before === undefined || /^(?:of|for|de|del|von|van)$/.test(before)) return false;
  return before === before.toLowerCase() && (after === undefined || after === after.toLowerCase());
}

interface LowerCaseUse extends Place {
  /** It is the first word of a broken link. */
  readonly isLink: boolean;
}

/** Where these words stand in lower case. One search for all: texts have many names and few such places. */
function findLowerCase(
  document: Document,
  words: readonly string[],
  links: readonly Place[],
): Map<string, LowerCaseUse[]> {
  const found = new Map<string, LowerCaseUse[]>();
  if (words.length === 0) return found;
  // Words are letters and marks only, so nothing in them needs escaping.
  const anyWord = new RegExp(`(?:${words.join("|")})(?![\\p{L}\\p{M}])`, "gu");
  for (const block of document.blocks) {
    const own = links.filter((link) => link.block === block);
    for (const { 0: word, index: at } of block.text.matchAll(anyWord)) {
      if (LETTER.test(block.text[at - 1] ?? "")) continue;
      const use = { block, at, isLink: own.some((link) => link.at === at) };
      const uses = found.get(word);
      if (uses) uses.push(use);
      else found.set(word, [use]);
    }
  }
  return found;
}

function capitalise(block: Block, at: number): Edit {
  const initial = String.fromCodePoint(block.text.codePointAt(at)!);
  return replaceWithin(block, at, at + initial.length, initial.toUpperCase(), rule);
}
