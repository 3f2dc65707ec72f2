import type { Cleaned } from "../core/cleaned.ts";
import type { Fact } from "../core/corpus-stage.ts";
import { defineRule, type Rule } from "../core/rule.ts";
import { lcsLength } from "../text/similarity.ts";
import { documentWords } from "./document-words.ts";
import type { DuplicateStage, Likeness } from "./duplicate-stage.ts";
import { editPrefix, LONGEST_PARTNER, longEnough, SHORT_WORDS } from "./edit-prefix.ts";
import { jaccardLikeness } from "./jaccard-likeness.ts";
import { jaccardPrefix, type ShingledUnit, shingleFact } from "./shingle-fact.ts";

const nearIdenticalParagraph: Rule = defineRule({
  id: "dedupe/near-identical-paragraph",
  summary:
    "a paragraph that says the same as an earlier one but for a few words, with the same numbers, negations and names",
  changes: [
    {
      input:
        "The council voted late on Monday to close the old bridge while its pillars are inspected for cracks.\n\nThe council voted late on Monday to close the old bridge while its pillars are checked for cracks.",
      output: "The council voted late on Monday to close the old bridge while its pillars are inspected for cracks.",
    },
  ],
  leavesAlone: [
    "The council voted late on Monday to close the old bridge for 12 weeks while its pillars are inspected for cracks.\n\nThe council voted late on Monday to close the old bridge for 14 weeks while its pillars are inspected for cracks.",
    "The council voted late on Monday to spend $12 on the old bridge while its pillars are inspected for cracks.\n\nThe council voted late on Monday to spend €12 on the old bridge while its pillars are inspected for cracks.",
    "The council voted late on Monday to close the old bridge which was inspected for cracks in its pillars.\n\nThe council voted late on Monday to close the old bridge which was not inspected for cracks in its pillars.",
    "The council voted late on Monday to close the old bridge while Aldo Marsh inspects its pillars for cracks.\n\nThe council voted late on Monday to close the old bridge while Aldo Finch inspects its pillars for cracks.",
    "The council voted late on Monday to close the old bridge while its pillars are inspected for cracks.\n\nThe mayor asked the council on Monday to keep the bridge open until its pillars are inspected for cracks.",
  ],
});

const NO_WORDS: Uint32Array = new Uint32Array(0);

function facts(cleaned: Cleaned): Omit<Fact, "document">[] {
  const { words, paragraphs } = documentWords(cleaned);
  return paragraphs.map((range) => {
    const { from, to } = range;
    return shingleFact(words, range, to - from > LONGEST_PARTNER ? NO_WORDS : words.low.subarray(from, to));
  });
}

/** Enough keys for either measure, since which one applies depends on the other text. */
function prefix(shingles: number, words: number): number {
  return Math.max(editPrefix(words), words < SHORT_WORDS ? 0 : jaccardPrefix(shingles));
}

const bySubsequence: Likeness = {
  mayBeAlike: (a, b) => longEnough(Math.min(a.words, b.words), Math.max(a.words, b.words)),
  shared(a, b) {
    const common = lcsLength(a.extra, b.extra);
    return longEnough(common, Math.max(a.words, b.words)) ? common : 0;
  },
  union: (a, b) => Math.max(a.words, b.words),
};

function measure(a: ShingledUnit, b: ShingledUnit): Likeness {
  return Math.min(a.words, b.words) < SHORT_WORDS ? bySubsequence : jaccardLikeness;
}

const likeness: Likeness = {
  mayBeAlike: (a, b) => measure(a, b).mayBeAlike(a, b),
  shared: (a, b) => measure(a, b).shared(a, b),
  union: (a, b, shared) => measure(a, b).union(a, b, shared),
};

/**
 * Paragraphs with a Jaccard similarity of their word 3-grams >= .8; when the shorter has fewer than 30 words, with a
 * longest common subsequence of words >= .9 of the longer. Candidates are complete and every pair is verified exactly.
 */
export const nearIdenticalParagraphs: DuplicateStage = {
  name: "near-identical-paragraphs",
  rules: [nearIdenticalParagraph],
  rule: nearIdenticalParagraph,
  facts,
  prefix,
  likeness,
};
