import { holds } from "../../core/block.ts";
import type { Document } from "../../core/document.ts";
import { replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { BRACKET } from "../../text/marks.ts";

/** How a text's wiki marks are treated. */
export interface WikiOptions {
  /** Takes `[edit]`, `[77]` and their like for marks of a wiki in any text, not only where headings show that it is one. */
  readonly wikiResidue?: boolean;
}

const rule: Rule = defineRule({
  id: "repair/wiki-residue",
  summary: "a mark of a wiki behind a heading, word or sentence: edit link, number of a note, request for a source",
  changes: [
    {
      input: "History[edit]\n\nThe quay was built in 1702.[3] It burnt twice.[citation needed]\n\nTrade [edit]",
      output: "History\n\nThe quay was built in 1702. It burnt twice.\n\nTrade",
    },
  ],
  leavesAlone: [
    "The quay was built in 1702.[3] It burnt twice.",
    "History[edit]\n\nThe quay was built in 1702.[3]",
    "The list a[3] and b[i] of [3] the bell[4].\n\nTrade[edit]",
  ],
});

const EDIT = /[^\s[\]]\s?\[(?:edit|edit source)\]$/;
/** A number behind one letter alone is the index of an array. */
const MARK =
  /(?<=[\p{L}\p{N}.,;:!?)”"’'\]])\s?\[(?:edit|edit source)\]$|(?<=[\p{L}\p{N}]{2}|[.,;:!?)”"’'\]])\[(?:citation needed|clarification needed|note \d{1,3}|\d{1,3})\]/gu;
/** Headings with an edit link that show a text to be of a wiki. */
const FEWEST_HEADINGS = 2;

/** Removes the marks of wikis, from texts that are plainly of one or by the option. */
export const wikiResidue: DocumentStage<WikiOptions> = {
  name: "wiki-residue",
  rules: [rule],
  cap: 0.6,
  *plan(document, options) {
    if (!options.wikiResidue && !isWiki(document)) return;
    for (const block of document.blocks) {
      if (block.kind === "code" || !holds(block, BRACKET)) continue;
      for (const { 0: mark, index } of block.text.matchAll(MARK))
        yield replaceWithin(block, index, index + mark.length, "", rule);
    }
  },
};

function isWiki({ blocks }: Document): boolean {
  let headings = 0;
  for (const block of blocks) if (holds(block, BRACKET) && EDIT.test(block.text.slice(-40))) headings++;
  return headings >= FEWEST_HEADINGS;
}
