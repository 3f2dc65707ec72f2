import type { Cleaned } from "../core/cleaned.ts";
import type { Fact } from "../core/corpus-stage.ts";
import { defineRule, type Rule } from "../core/rule.ts";
import { hashWords128 } from "../text/hash.ts";
import { allParagraphsElsewhere } from "./apply-drops.ts";
import { allocate } from "./arena.ts";
import { documentWords } from "./document-words.ts";
import type { DuplicateStage } from "./duplicate-stage.ts";
import { identity } from "./identity.ts";
import { hashFact } from "./shingle-fact.ts";

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
  return paragraphs.map((range) => {
    const hash = allocate(4);
    hashWords128(words.low, words.high, range.from, range.to, hash);
    return hashFact(range, hash);
  });
}

/** Paragraphs with the same 128-bit hash of their words: two different ones meet by chance once in 10^38 pairs. */
export const identicalParagraphs: DuplicateStage = {
  name: "identical-paragraphs",
  rules: [identicalParagraph, allParagraphsElsewhere],
  rule: identicalParagraph,
  facts,
  prefix: () => 1,
  likeness: identity,
};
