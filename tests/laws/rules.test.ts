import { describe, expect, it } from "vitest";
import { allRules } from "../../src/pipeline.ts";
import { brokenExamples } from "../../src/rule-examples.ts";

/** A rule may be written down once for every language; each has its examples. */
const rules = [...new Set(allRules)];

it("has rules, each with an id of the form stage/reason", () => {
  expect(rules.length).toBeGreaterThan(30);
  for (const { id } of rules) expect(id).toMatch(/^[a-z]+\/[a-z][a-z-]*$/);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
  it("has an example that it changes and one that it leaves alone", () => {
    expect(rule.changes).not.toEqual([]);
    expect(rule.leavesAlone).not.toEqual([]);
  });

  it("shows in its examples what it changes and what it leaves alone", () => {
    expect(Array.from(brokenExamples(rule), ({ input, message }) => `${input}: ${message}`)).toEqual([]);
  });
});

it("would notice a broken example", () => {
  const [rule] = rules.filter(({ id }) => id === "strip/back-to-top");
  const broken = {
    ...rule!,
    changes: [{ input: "He left.", output: "He left" }],
    leavesAlone: [rule!.changes[0]!.input],
  };
  expect(Array.from(brokenExamples(broken), ({ message }) => message)).toEqual([
    'becomes "He left.", not "He left"',
    "is changed and should not be",
  ]);
});
