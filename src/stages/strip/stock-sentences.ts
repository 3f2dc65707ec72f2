import type { Block } from "../../core/block.ts";
import { type Edit, replaceWithin } from "../../core/edit.ts";
import type { DocumentStage } from "../../core/stage.ts";
import type { Lexicon } from "../../rules/lexicon.ts";
import { type PackOptions, phrasebooks, phrasebooksOf } from "./phrasebooks.ts";

/** Behind the full stops of scripts that have their own, no space need follow. */
const SENTENCE_END = /[.!?…؟۔।॥]["’”»)\]]*\s+|[。！？｡]["’”」』）)]*\s*/g;
/** Sentences looked at from either edge of the text. */
const DEPTH = 4;
/** UTF-16 code units looked at from either edge. */
const REACH = 400;

/** Removes stock sentences that begin the first paragraph or end the last one. */
export const stockSentences: DocumentStage<PackOptions> = {
  name: "stock-sentences",
  rules: phrasebooks.rules.filter(({ sentences }) => sentences).map(({ rule }) => rule),
  cap: 0.6,
  *plan(document, options) {
    const { lexicon } = phrasebooksOf(options).bookFor(document);
    const first = document.blocks[0];
    const last = document.blocks.at(-1);
    const leading = first && first.kind !== "code" ? cutLeading(first, lexicon) : undefined;
    if (leading) yield leading;
    const trailing = last && last.kind !== "code" ? cutTrailing(last, lexicon) : undefined;
    if (trailing && (!leading || trailing.start >= leading.end)) yield trailing;
  },
};

/** The longest run of leading sentences that a rule knows as a whole. */
function cutLeading(block: Block, lexicon: Lexicon): Edit | undefined {
  if (!lexicon.mayBegin(block.text)) return undefined;
  for (const end of sentenceStarts(block.text.slice(0, REACH)).slice(0, DEPTH).reverse()) {
    const match = lexicon.match(block.text.slice(0, end));
    if (match?.rule.sentences && !match.weak && match.rule.zones.includes("head"))
      return replaceWithin(block, 0, end, "", match.rule.rule);
  }
  return undefined;
}

function cutTrailing(block: Block, lexicon: Lexicon): Edit | undefined {
  const from = Math.max(0, block.text.length - REACH);
  for (const start of sentenceStarts(block.text.slice(from)).slice(-DEPTH)) {
    const match = lexicon.match(block.text.slice(from + start));
    if (match?.rule.sentences && !match.weak && match.rule.zones.includes("tail"))
      return replaceWithin(block, from + start, block.text.length, "", match.rule.rule);
  }
  return undefined;
}

/** Offsets at which a sentence begins after another one has ended. */
function sentenceStarts(text: string): number[] {
  const starts = Array.from(text.matchAll(SENTENCE_END), ({ 0: end, index }) => index + end.length);
  return starts.filter((start) => start < text.length);
}
