import type { Cleaned } from "../core/cleaned.ts";
import type { CorpusStage, Fact, Pair } from "../core/corpus-stage.ts";
import { defineRule, type Rule } from "../core/rule.ts";
import { lcsLength } from "../text/similarity.ts";
import { compareGroup, type Likeness } from "./compare-group.ts";
import { documentWords } from "./document-words.ts";
import { editPrefix, LONGEST_PARTNER, longEnough, SHORT_WORDS } from "./edit-prefix.ts";
import { greedyLeader } from "./greedy-leader.ts";
import { jaccardLikeness } from "./jaccard-likeness.ts";
import { jaccardPrefix, type ShingledUnit, shingleFact } from "./shingle-fact.ts";

const nearIdenticalParagraph: Rule = defineRule({
  id: "dedupe/near-identical-paragraph",
  summary: "a paragraph that says the same as an earlier one but for a few words, with the same numbers",
  changes: [
    {
      input:
        "The council voted late on Monday to close the old bridge while its pillars are inspected for cracks.\n\nThe council voted late on Monday to close the old bridge while its pillars are checked for cracks.",
      output: "The council voted late on Monday to close the old bridge while its pillars are inspected for cracks.",
    },
  ],
  leavesAlone: [
    "The council voted late on Monday to close the old bridge for 12 weeks while its pillars are inspected for cracks.\n\nThe council voted late on Monday to close the old bridge for 14 weeks while its pillars are inspected for cracks.",
    "The council voted late on Monday to close the old bridge while its pillars are inspected for cracks.\n\nThe mayor asked the council on Monday to keep the bridge open until its pillars are inspected for cracks.",
  ],
});

const NO_WORDS: Uint32Array = new Uint32Array(0);

function facts(cleaned: Cleaned): Omit<Fact, "document">[] {
  const { words, paragraphs } = documentWords(cleaned);
  return paragraphs.map((range) => {
    const { from, to } = range;
    return shingleFact(words, range, prefix, to - from > LONGEST_PARTNER ? NO_WORDS : words.low.subarray(from, to));
  });
}

/** Enough keys for either measure, since which one applies depends on the other text. */
function prefix(shingles: number, words: number): number {
  return Math.max(editPrefix(words), words < SHORT_WORDS ? 0 : jaccardPrefix(shingles));
}

const bySubsequence: Likeness = {
  mayBeAlike: (a, b) => longEnough(Math.min(a.words, b.words), Math.max(a.words, b.words)),
  score(a, b) {
    const longer = Math.max(a.words, b.words);
    const common = lcsLength(a.extra, b.extra);
    return longEnough(common, longer) ? common / longer : 0;
  },
};

function measure(a: ShingledUnit, b: ShingledUnit): Likeness {
  return Math.min(a.words, b.words) < SHORT_WORDS ? bySubsequence : jaccardLikeness;
}

const likeness: Likeness = {
  mayBeAlike: (a, b) => measure(a, b).mayBeAlike(a, b),
  score: (a, b) => measure(a, b).score(a, b),
};

/**
 * Paragraphs with a Jaccard similarity of their word 3-grams >= .8; when the shorter has fewer than 30 words, with a
 * longest common subsequence of words >= .9 of the longer. Candidates are complete and every pair is verified exactly.
 */
export const nearIdenticalParagraphs: CorpusStage<Pair> = {
  name: "near-identical-paragraphs",
  rules: [nearIdenticalParagraph],
  facts,
  compare: (group, key) => compareGroup(group, key, likeness),
  settle: (pairs) => greedyLeader(pairs, nearIdenticalParagraph),
};
