import type { Cleaned } from "../core/cleaned.ts";
import type { Fact } from "../core/corpus-stage.ts";
import { defineRule, type Rule } from "../core/rule.ts";
import { hashWords128 } from "../text/hash.ts";
import { allocate } from "./arena.ts";
import { documentWords } from "./document-words.ts";
import type { DuplicateStage, Likeness } from "./duplicate-stage.ts";
import { identity } from "./identity.ts";
import { jaccardLikeness } from "./jaccard-likeness.ts";
import { hashFact, jaccardPrefix, type ShingledUnit, shingleFact } from "./shingle-fact.ts";

// Here an example's input is a corpus: a line with a form feed parts its documents, and the output is those that stay.
const nearCopy: Rule = defineRule({
  id: "dedupe/near-copy",
  summary:
    "a document that is a copy of an earlier one but for a few words, with the same numbers, negations and names",
  changes: [
    {
      input:
        "Harbour reopens\n\nFishing boats left the harbour at dawn for the first time since the winter storms broke its outer wall and scattered the moorings.\n\f\nHarbour reopens\n\nFishing boats left the harbour at dawn for the first time since the winter storms broke its outer wall and scattered the moorings!",
      output:
        "Harbour reopens\n\nFishing boats left the harbour at dawn for the first time since the winter storms broke its outer wall and scattered the moorings.",
    },
    { input: "Page not found.\n\f\nPage not found.\n\f\nWelcome.", output: "Page not found.\n\f\nWelcome." },
  ],
  leavesAlone: [
    "Boats left the harbour at dawn.\n\f\nBoats left the harbour at noon.",
    "Fishing boats left the harbour at dawn for the first time in 31 days since the winter storms broke its wall.\n\f\nFishing boats left the harbour at dawn for the first time in 32 days since the winter storms broke its wall.",
  ],
});

/** Documents of fewer words are copies only when identical: a word more or less is half of what they say. */
const LEAST_WORDS = 20;
const NOTHING: Uint32Array = new Uint32Array(0);

function facts(cleaned: Cleaned): Omit<Fact, "document">[] {
  const { words, whole } = documentWords(cleaned);
  if (whole.to === 0) return [];
  if (whole.to >= LEAST_WORDS) return [shingleFact(words, whole, NOTHING)];
  const hash = allocate(4);
  hashWords128(words.low, words.high, whole.from, whole.to, hash);
  return [hashFact(whole, hash)];
}

const isShort = (unit: ShingledUnit): boolean => unit.words < LEAST_WORDS;

const likeness: Likeness = {
  mayBeAlike: (a, b) => (isShort(a) || isShort(b) ? a.words === b.words : jaccardLikeness.mayBeAlike(a, b)),
  shared: (a, b) => (isShort(a) ? identity.shared(a, b) : jaccardLikeness.shared(a, b)),
  union: (a, b, shared) => (isShort(a) ? shared : jaccardLikeness.union(a, b, shared)),
};

/** Whole documents with a Jaccard similarity of their word 3-grams, taken over all blocks in sequence, >= .8. */
export const nearCopies: DuplicateStage = {
  name: "near-copies",
  rules: [nearCopy],
  rule: nearCopy,
  facts,
  prefix: (shingles, words) => (words < LEAST_WORDS ? 1 : jaccardPrefix(shingles)),
  likeness,
};
