import type { Cleaned } from "../core/cleaned.ts";
import type { CorpusStage, Fact, Pair } from "../core/corpus-stage.ts";
import { defineRule, type Rule } from "../core/rule.ts";
import { hashWords128 } from "../text/hash.ts";
import { allParagraphsElsewhere } from "./apply-drops.ts";
import { allocate } from "./arena.ts";
import { documentWords } from "./document-words.ts";
import { greedyLeader } from "./greedy-leader.ts";

const identicalParagraph: Rule = defineRule({
  id: "dedupe/identical-paragraph",
  summary: "a paragraph whose words all stand, in the same order, in an earlier paragraph",
  changes: [
    {
      input:
        "The ferry to the northern islands will not sail before Thursday.\n\nStorms are expected.\n\nThe ferry to the northern islands will not sail before Thursday.",
      output: "The ferry to the northern islands will not sail before Thursday.\n\nStorms are expected.",
    },
    {
      input:
        "“The ferry to the Northern Islands,” he said, “will not sail.”\n\nThe ferry to the northern islands, he said, will not sail!",
      output: "“The ferry to the Northern Islands,” he said, “will not sail.”",
    },
  ],
  leavesAlone: [
    "And the river runs on.\n\nThe miller sleeps above the weir.\n\nAnd the river runs on.",
    "The ferry to the islands will sail again on 3 May.\n\nThe ferry to the islands will sail again on 4 May.",
    "The dog bit the man who sold the old car.\n\nThe man bit the dog who sold the old car.",
  ],
});

function facts(cleaned: Cleaned): Omit<Fact, "document">[] {
  const { words, paragraphs } = documentWords(cleaned);
  return paragraphs.map(({ block, from, to }) => {
    const data = allocate(4);
    hashWords128(words.low, words.high, from, to, data);
    return { block, keys: data.subarray(0, 1), data };
  });
}

/** Being identical is an equivalence, so the first of its kind stands for all and the group costs linear time. */
function compare(group: readonly Fact[]): Pair[] {
  const firsts = new Map<string, Fact>();
  const pairs: Pair[] = [];
  for (const second of group) {
    const hash = second.data.join();
    const first = firsts.get(hash);
    if (first) pairs.push({ first, second, score: 1 });
    else firsts.set(hash, second);
  }
  return pairs;
}

/** Paragraphs with the same 128-bit hash of their words: two different ones meet by chance once in 10^38 pairs. */
export const identicalParagraphs: CorpusStage<Pair> = {
  name: "identical-paragraphs",
  rules: [identicalParagraph, allParagraphsElsewhere],
  facts,
  compare,
  settle: (pairs) => greedyLeader(pairs, identicalParagraph),
};
