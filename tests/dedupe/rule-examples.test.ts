import { describe, expect, test } from "vitest";
import type { CorpusStage } from "../../src/core/corpus-stage.ts";
import type { Rule } from "../../src/core/rule.ts";
import { allParagraphsElsewhere } from "../../src/dedupe/apply-drops.ts";
import { corpusStages } from "../../src/dedupe/corpus-stages.ts";
import { identicalParagraphs } from "../../src/dedupe/identical-paragraphs.ts";
import { cleanCorpus, documentOf } from "./synthetic-corpus.ts";

function run(stage: CorpusStage, input: string): string {
  const documents = input.split("\n\f\n").map((text) => documentOf(text.split("\n\n")));
  const kept = cleanCorpus([stage], documents).filter((cleaned) => cleaned.blocks.length > 0);
  return kept.map((cleaned) => cleaned.text).join("\n\f\n");
}

const cases: [Rule, CorpusStage][] = [
  ...corpusStages.flatMap((stage) => stage.rules.map((rule): [Rule, CorpusStage] => [rule, stage])),
  [allParagraphsElsewhere, identicalParagraphs],
];

describe.each(cases.map(([rule, stage]) => ({ id: rule.id, rule, stage })))("$id", ({ rule, stage }) => {
  test.each(rule.changes)("changes $input", ({ input, output }) => {
    expect(run(stage, input)).toBe(output);
  });
  test.each(rule.leavesAlone)("leaves alone %s", (input) => {
    expect(run(stage, input)).toBe(input);
  });
});
