import { expect, it } from "vitest";
import { defineRule, type Rule, stageOf } from "../../src/core/rule.ts";

const whole: Rule = {
  id: "strip/test",
  summary: "a rule",
  changes: [{ input: "a", output: "b" }],
  leavesAlone: ["c"],
};

it("takes a rule that has both kinds of examples", () => {
  expect(defineRule(whole)).toBe(whole);
});

it.each([
  ["example that it changes", { ...whole, changes: [] }],
  ["example that it leaves alone", { ...whole, leavesAlone: [] }],
  ["stage/reason", { ...whole, id: "strip/" as const }],
  ["stage/reason", { ...whole, id: "Strip/Test" as const }],
])("refuses a rule without %s", (what, rule) => {
  expect(() => defineRule(rule)).toThrow(what);
});

it("reads the stage off the id", () => {
  expect(stageOf("strip/back-to-top")).toBe("strip");
});
