import { describe, expect, it } from "vitest";
import { cleanHtml, cleanText, documentStages } from "../../src/index.ts";
import { lineJudge, pageCut } from "../../src/stages/strip/line-judge.ts";
import { flattenedRule, placeRules } from "../../src/stages/strip/line-judge-rules.ts";

const { input, output } = placeRules.below.changes[0]!;
const judged = (rules: readonly { rule: string }[]): string[] =>
  rules.map(({ rule }) => rule).filter((rule) => rule.startsWith("judge/"));

describe("the line judge", () => {
  it("takes whole blocks, and says how sure it is", () => {
    const { ledger, text } = cleanText(input);
    expect(text).toBe(output);
    expect(judged(ledger).length).toBeGreaterThan(1);
    for (const { rule, score, reason, text: gone, replacement } of ledger.filter(({ rule }) =>
      rule.startsWith("judge/"),
    )) {
      expect(score, rule).toBeGreaterThan(0.5);
      expect(reason).toMatch(/^one of \d+ short lines after the last prose/);
      expect(replacement).toBeUndefined();
      expect(input.split("\n\n")).toContain(gone);
    }
  });

  it("is silent where it is not wanted", () => {
    expect(judged(cleanText(input, { judge: false }).ledger)).toEqual([]);
    const html = input.split("\n\n").map((line) => `<p>${line}</p>`);
    expect(judged(cleanHtml(html.join("")).ledger)).toEqual([]);
  });

  it("leaves a line alone that is the title", () => {
    const title = "See all offers";
    const lines = input.split("\n\n");
    expect(lines).toContain(title);
    expect(cleanText(input, { title }).text).toContain(title);
  });

  it("judges no document without prose", () => {
    const list = "Bread\n\nSalt\n\nContact us\n\nPrivacy policy\n\nLog in";
    expect(judged(cleanText(list).ledger)).toEqual([]);
  });

  it.each([
    ["poem", "Roses are red\nViolets are blue\nThe quay is shut\nAnd so are you"],
    [
      "recipe",
      "Bread\n\n- 500 g flour\n- 10 g salt\n- 350 g water\n\nMix, rest, fold, and bake it hot for forty minutes.",
    ],
    [
      "letter",
      "Dear Wilma,\n\nThe quay was shut on Monday, and nobody could say for how long it would be.\n\nYours,\nOle",
    ],
  ])("leaves a %s alone", (_, text) => expect(judged(cleanText(text).ledger)).toEqual([]));
});

describe("the cut of a flattened page", () => {
  const page = flattenedRule.changes[0]!;

  it("works where a text is said to be one", () => {
    expect(cleanText(page.input, { inputKind: "flattened" }).text).toBe(page.output);
    expect(cleanText(page.input, { inputKind: "flattened", judge: false }).text).not.toBe(page.output);
  });

  it("keeps a page that would be nothing but furniture, and says so", () => {
    const { text, flags } = cleanText("Home\n\nLog in\n\nPrivacy policy", { inputKind: "flattened" });
    if (flags.includes("nothing-but-furniture")) expect(text).toBe("Home\n\nLog in\n\nPrivacy policy");
    else expect(text).not.toBe("");
  });
});

it("stands where the title and the rules of packs are not cut off from their work", () => {
  const names = documentStages.map(({ name }) => name);
  expect(names.indexOf(pageCut.name)).toBeLessThan(names.indexOf("stock-lines"));
  expect(names.indexOf(lineJudge.name)).toBeGreaterThan(names.indexOf("stock-sentences"));
  expect(names.indexOf(lineJudge.name)).toBeLessThan(names.indexOf("lift-title"));
});
