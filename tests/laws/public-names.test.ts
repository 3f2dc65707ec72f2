import { expect, expectTypeOf, it } from "vitest";
import type { Cleaned } from "../../src/index.ts";
import * as dehusk from "../../src/index.ts";

it("exports these names and no others", () => {
  expect(Object.keys(dehusk).sort()).toEqual([
    "clean",
    "cleanHtml",
    "cleanStream",
    "cleanText",
    "createPipeline",
    "dedupe",
    "defineRule",
    "documentStages",
    "note",
    "read",
    "remove",
    "replaceWithin",
  ]);
});

it("cleans text and HTML synchronously, from strings and from bytes", () => {
  expectTypeOf(dehusk.cleanText).returns.toEqualTypeOf<Cleaned>();
  const text = "The quay was shut on Monday, and nobody could say for how long.\n\nBack to top button";
  expect(dehusk.cleanText(Buffer.from(text))).toEqual(dehusk.cleanText(text));
  expect(dehusk.cleanText(text).ledger.map(({ rule }) => rule)).toEqual(["strip/back-to-top"]);
  const html = "<p>The quay was shut on Monday, &amp; nobody could say for how long.</p>";
  expect(dehusk.cleanHtml(Buffer.from(html))).toEqual(dehusk.cleanHtml(html));
  expect(dehusk.cleanHtml(html).text).toBe("The quay was shut on Monday, & nobody could say for how long.");
});

it("runs a stage of one's own in a pipeline", () => {
  const rule = dehusk.defineRule({
    id: "strip/shouting",
    summary: "a paragraph in capitals",
    changes: [{ input: "Calm.\n\nLOUD", output: "Calm." }],
    leavesAlone: ["Calm."],
  });
  const stage: dehusk.DocumentStage<dehusk.CleanOptions> = {
    name: "shouting",
    rules: [rule],
    cap: 0.5,
    *plan(document) {
      for (const block of document.blocks) if (!/\p{Ll}/u.test(block.text)) yield dehusk.remove(block, rule);
    },
  };
  const pipeline = dehusk.createPipeline({ keepTitle: true }, [...dehusk.documentStages, stage]);
  const cleaned = pipeline.cleanText("It was calm.\n\nLOUD");
  expect(cleaned.text).toBe("It was calm.");
  expect(cleaned.ledger).toEqual([{ stage: "strip", rule: "strip/shouting", start: 14, end: 18, text: "LOUD" }]);
});

it("takes duplicates out of a set of documents", () => {
  const repeated = "The harbour master wrote to every shipowner of the coast about the loose piles.";
  const first = dehusk.cleanText(`${repeated}\n\nHe got nine answers, and most of them came by return of post.`);
  const second = dehusk.cleanText(`${repeated}\n\nThe divers went down on Tuesday and came up with a bent nail each.`);
  const [kept, cut] = dehusk.dedupe([first, second], (_, i) => `d${i}`);
  expect(kept?.cleaned).toEqual(first);
  expect(cut?.cleaned.text).toBe("The divers went down on Tuesday and came up with a bent nail each.");
  expect(cut?.cleaned.ledger[0]?.keptInstead).toEqual({
    document: "d0",
    paragraph: 0,
    score: 1,
    shared: 14,
    union: 14,
  });
});
