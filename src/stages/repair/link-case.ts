import type { Block } from "../../core/block.ts";
import type { Document } from "../../core/document.ts";
import { replaceWithin } from "../../core/edit.ts";
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

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** What stands between the end of a sentence and the first word of the next. */
const SENTENCE_START = /(?:^|[.!?:…\n“"‘(])["'“‘(\s]*$/;
/** Shorter words are too often both a name and a common word. */
const SHORTEST = 4;

/**
 * Capitalises two kinds of words, and only where link debris was found: the first word of a broken link, and a word
 * that stands in lower case just once. Both must stand capitalised mid-sentence elsewhere and nowhere else in lower case.
 */
export const linkCase: DocumentStage = {
  name: "link-case",
  rules: [rule],
  cap: 0.1,
  *plan(document) {
    const anchors = anchorOffsets(document);
    if (anchors.size === 0) return;
    for (const uses of countUses(document, anchors).values()) {
      const [first] = uses.lower;
      if (!first || uses.lower.length !== uses.lowerAnchors + (uses.lowerAnchors > 0 ? 0 : 1)) continue;
      const proven = uses.lowerAnchors > 0 ? uses.capitalised >= 1 : uses.capitalised >= 2 && uses.standsAlone;
      if (!proven) continue;
      for (const { block, at } of uses.lower) {
        const initial = String.fromCodePoint(block.text.codePointAt(at)!);
        yield replaceWithin(block, at, at + initial.length, initial.toUpperCase(), rule);
      }
    }
  },
};

/** Source offsets at which the words of broken links begin: where an edit of the debris stage ends. */
function anchorOffsets(document: Document): ReadonlySet<number> {
  const ids = new Set(linkDebris.rules.map(({ id }) => id));
  return new Set(document.edits.filter((edit) => ids.has(edit.rule.id)).map((edit) => edit.end));
}

interface Uses {
  lower: { block: Block; at: number }[];
  lowerAnchors: number;
  /** Capitalised inside a sentence. */
  capitalised: number;
  /** Once at least between lower-case words, so not as a part of a longer name only. */
  standsAlone: boolean;
}

function countUses(document: Document, anchors: ReadonlySet<number>): Map<string, Uses> {
  const words = new Map<string, Uses>();
  for (const block of document.blocks) {
    const starts = anchorStarts(block, anchors);
    for (const { 0: word, index } of block.text.matchAll(WORD)) {
      if (word.length < SHORTEST) continue;
      const key = word.toLowerCase();
      const uses = words.get(key) ?? { lower: [], lowerAnchors: 0, capitalised: 0, standsAlone: false };
      words.set(key, uses);
      if (word === key) {
        uses.lower.push({ block, at: index });
        if (starts.has(index)) uses.lowerAnchors++;
      } else if (!SENTENCE_START.test(block.text.slice(Math.max(0, index - 8), index))) {
        uses.capitalised++;
        uses.standsAlone ||= standsAlone(block.text, index, word.length);
      }
    }
  }
  return words;
}

function standsAlone(text: string, at: number, length: number): boolean {
  const before = /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, at - 24), at))?.[1];
  const after = /^\s+(\p{L}+)/u.exec(text.slice(at + length, at + length + 24))?.[1];
  if (before === undefined || /^(?:of|for|de|del|von|van)$/.test(before)) return false;
  return before === before.toLowerCase() && (after === undefined || after === after.toLowerCase());
}

function anchorStarts(block: Block, anchors: ReadonlySet<number>): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const piece of block.pieces ?? []) if (piece.verbatim && anchors.has(piece.start)) starts.add(piece.at);
  return starts;
}
