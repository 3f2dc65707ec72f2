import { expectedF1 } from "../scoring/expected-f1.ts";
import { ownClassifier } from "./classifier.ts";
import type { Extractor } from "./extractor.ts";
import { pageAbout } from "./page-about.ts";
import type { MeasuredPage } from "./page-measures.ts";
import { repeatedBlocks } from "./repeated-blocks.ts";

/**
 * A block is kept where its probability is above this part of the expected F1: the optimum for independent blocks, from
 * which the classifier departs for some types of pages.
 */
export const PART = 0.5;
/** A page has no main content where fewer words than this are expected to be, and no single block is likely to be. */
const LEAST_WORDS = 30;
const LEAST_LIKELY = 0.55;
/** With fewer links around it, what is on the page may be all there is to it: a fragment, a note. */
const LEAST_LINKS = 10;

/** dehusk's own extractor: a learned classifier over the page's blocks, cut where the expected F1 is best. */
export const learned: Extractor = {
  name: "dehusk",
  choose(page, { url }) {
    const { measured, tree } = page;
    if (measured.blocks.count === 0) return undefined;
    const { scores, pageType, part, confidence } = ownClassifier().judge(measured, pageAbout(tree, url), PART);
    const empty = isEmpty(scores, measured.measures.words);
    if (empty && (measured.elements.links[0] ?? 0) < LEAST_LINKS) return undefined;
    const kept = empty ? new Set<number>() : cut(measured, scores, part);
    return { kept, scores, judged: { pageType, confidence: Math.round(confidence * 1000) / 1000 } };
  },
};

/** The texts of the blocks above the threshold, second copies left out. */
function cut({ outline, blocks, measures }: MeasuredPage, scores: Float64Array, part: number): ReadonlySet<number> {
  const { threshold } = expectedF1(scores, measures.words, part);
  const repeated = repeatedBlocks(measures, scores, threshold);
  const kept = new Set<number>();
  for (let b = 0; b < blocks.count; b++) {
    if (scores[b]! <= threshold || repeated.has(b)) continue;
    for (let i = blocks.from[b]!; i < blocks.to[b]!; i++) kept.add(outline.texts[i]!);
  }
  return kept;
}

function isEmpty(scores: ArrayLike<number>, words: ArrayLike<number>): boolean {
  let [expected, best] = [0, 0];
  for (let b = 0; b < scores.length; b++) {
    expected += scores[b]! * words[b]!;
    best = Math.max(best, scores[b]!);
  }
  return expected < LEAST_WORDS && best < LEAST_LIKELY;
}
