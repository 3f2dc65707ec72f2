import { describe, expect, it } from "vitest";
import { type Cleaned, cleanHtml, cleanText, dedupe, type Rule } from "../../src/index.ts";
import { learnedFurniture } from "../../src/learn/learned-furniture.ts";
import { allRules, corpusStages } from "../../src/pipeline.ts";
import { learnOver } from "../learn/learn-over.ts";

const corpusRules = new Set(corpusStages.flatMap(({ rules }) => rules));

/** A rule of packs and of stages may be written down once for every language; each has its examples. */
const rules = [...new Set(allRules)];

/** Corpus rules state a corpus, its documents parted by a form feed on a line of its own. */
function run(rule: Rule, input: string): { text: string; cleaned: readonly Cleaned[] } {
  if (!corpusRules.has(rule)) {
    const cleaned = rule.id.startsWith("extract/") ? cleanHtml(input, rule.options) : cleanText(input, rule.options);
    return { text: cleaned.text, cleaned: [cleaned] };
  }
  const documents = input.split("\n\f\n").map((text) => cleanText(text, { title: "" }));
  if (rule === learnedFurniture) {
    const cleaned = learnOver(documents);
    return { text: cleaned.map(({ text }) => text).join("\n\f\n"), cleaned };
  }
  const left = dedupe(documents);
  const texts = left.filter(({ dropped }) => !dropped).map(({ cleaned }) => cleaned.text);
  return { text: texts.join("\n\f\n"), cleaned: left.map(({ cleaned }) => cleaned) };
}

function fires(rule: Rule, cleaned: readonly Cleaned[]): boolean {
  return cleaned.some(
    ({ ledger, flags }) =>
      ledger.some((entry) => entry.rule === rule.id || entry.absorbed?.includes(rule.id)) ||
      (rule.flag !== undefined && flags.includes(rule.flag)),
  );
}

it("has rules, each with an id of the form stage/reason", () => {
  expect(rules.length).toBeGreaterThan(30);
  for (const { id } of rules) expect(id).toMatch(/^[a-z]+\/[a-z][a-z-]*$/);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
  it("has an example that it changes and one that it leaves alone", () => {
    expect(rule.changes).not.toEqual([]);
    expect(rule.leavesAlone).not.toEqual([]);
  });

  it.each(rule.changes)("changes $input", ({ input, output }) => {
    const { text, cleaned } = run(rule, input);
    expect(text).toBe(output);
    expect(fires(rule, cleaned)).toBe(true);
  });

  it.each(rule.leavesAlone)("leaves alone %s", (input) => {
    expect(fires(rule, run(rule, input).cleaned)).toBe(false);
  });
});
