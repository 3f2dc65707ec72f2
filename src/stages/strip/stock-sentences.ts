import type { Block } from "../../core/block.ts";
import { type Edit, replaceWithin } from "../../core/edit.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { lexicon, packRules } from "./lexicon.ts";

const SENTENCE = /[^.!?…]*[.!?…]+["”’»)\]]*\s*/g;
/** Sentences looked at from either edge of the text. */
const DEPTH = 4;
/** UTF-16 code units looked at from either edge. */
const REACH = 600;

/** Removes stock sentences that begin the first paragraph or end the last one. */
export const stockSentences: DocumentStage = {
  name: "stock-sentences",
  rules: packRules.filter((pack) => pack.sentences).map(({ rule }) => rule),
  cap: 0.6,
  *plan(document) {
    const first = document.blocks[0];
    const last = document.blocks.at(-1);
    if (!first || !last) return;
    const leading = first.kind === "code" ? undefined : cutLeading(first);
    if (leading) yield leading;
    const trailing = last.kind === "code" ? undefined : cutTrailing(last);
    if (trailing && (!leading || trailing.start >= leading.end)) yield trailing;
  },
};

function cutLeading(block: Block): Edit | undefined {
  const sentences = sentencesOf(block.text.slice(0, REACH), 0).slice(0, DEPTH);
  for (let n = Math.min(DEPTH, sentences.length); n > 0; n--) {
    const end = sentences[n - 1]!.end;
    const match = end < block.text.length ? lexicon.match(block.text.slice(0, end)) : undefined;
    if (match?.rule.sentences && match.rule.zones.includes("head"))
      return replaceWithin(block, 0, end, "", match.rule.rule);
  }
  return undefined;
}

function cutTrailing(block: Block): Edit | undefined {
  const from = Math.max(0, block.text.length - REACH);
  for (const { start } of sentencesOf(block.text.slice(from), from).slice(-DEPTH)) {
    const match = start > 0 ? lexicon.match(block.text.slice(start)) : undefined;
    if (match?.rule.sentences && match.rule.zones.includes("tail"))
      return replaceWithin(block, start, block.text.length, "", match.rule.rule);
  }
  return undefined;
}

function sentencesOf(text: string, offset: number): { start: number; end: number }[] {
  return [...text.matchAll(SENTENCE)].map(({ 0: sentence, index }) => ({
    start: offset + index,
    end: offset + index + sentence.length,
  }));
}
