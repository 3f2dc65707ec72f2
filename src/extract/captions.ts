import { TAG } from "../html/tags.ts";
import { nameHash } from "./name-words.ts";
import type { MeasuredPage } from "./page-measures.ts";

/** Words of classes and ids that name a caption. */
const NAMES: readonly number[] = ["caption", "captions", "figcaption"].map(nameHash);
/** An element with more words below it is named for something else: a card, a slide with all its text. */
const MOST_WORDS = 120;
/** Teasers stand in figures too; their captions are links. */
const MOST_LINKED = 0.5;
/** The article is the innermost element with this part of the kept words: a title or a note may stand apart from it. */
const ARTICLE_PART = 0.8;

/**
 * The blocks of a page, by index, that caption a figure or a table inside the article: below the element that holds what is
 * kept, and before its last block. `isKept` tells what the extractor chose.
 */
export function articleCaptions(page: MeasuredPage, isKept: (block: number) => boolean): ReadonlySet<number> {
  const { blocks, measures, outline } = page;
  const captions = captionBlocks(page);
  if (captions.length === 0) return new Set();
  const kept = Array.from({ length: blocks.count }, (_, b) => b).filter((b) => isKept(b));
  const root = articleOf(page, kept);
  const last = kept.at(-1) ?? -1;
  const isInside = (b: number): boolean => {
    const host = blocks.host[b]!;
    return host > root && host < outline.exit[root]! && b < last && measures.linkShare[b]! <= MOST_LINKED;
  };
  return new Set(root < 0 ? [] : captions.filter(isInside));
}

function captionBlocks(page: MeasuredPage): number[] {
  const { outline, blocks, elements } = page;
  const inCaption = new Uint8Array(outline.count);
  for (let rank = 0; rank < outline.count; rank++) {
    const above = outline.parent[rank]!;
    const isInside = above >= 0 && inCaption[above] === 1;
    inCaption[rank] = isInside || (elements.words[rank]! <= MOST_WORDS && isCaption(page, rank)) ? 1 : 0;
  }
  const captions: number[] = [];
  for (let b = 0; b < blocks.count; b++) if (inCaption[blocks.host[b]!] === 1) captions.push(b);
  return captions;
}

function isCaption({ outline, elements }: MeasuredPage, rank: number): boolean {
  const tag = outline.tag[rank];
  if (tag === TAG.figcaption || tag === TAG.caption) return true;
  const { words, wordFrom } = elements.attributes;
  for (let i = wordFrom[rank]!; i < wordFrom[rank + 1]!; i++) if (NAMES.includes(words.hashes[i]!)) return true;
  return false;
}

/** Rank of the innermost element that holds most of the kept words; -1 where nothing is kept. */
function articleOf({ outline, blocks, measures }: MeasuredPage, kept: readonly number[]): number {
  const words = new Float64Array(outline.count);
  let all = 0;
  for (const b of kept) {
    words[blocks.host[b]!]! += measures.words[b]!;
    all += measures.words[b]!;
  }
  // Ranks are in tree order, so what is below an element comes after it: of those with enough, the last is the innermost.
  let root = -1;
  for (let rank = outline.count - 1; rank >= 0 && all > 0; rank--) {
    if (words[rank]! >= ARTICLE_PART * all) {
      root = rank;
      break;
    }
    const above = outline.parent[rank]!;
    if (above >= 0) words[above]! += words[rank]!;
  }
  return root;
}
