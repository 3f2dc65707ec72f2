import { defineRule, type Rule } from "../../core/rule.ts";

const PROSE = [
  "The quay at Port Ellery was shut on Monday after divers found cracks in three of its oldest piles, and nobody could say for how long it would be.",
  "Ships that were on their way were sent on to Marrowby, where the berths were full by the evening and the pilots worked through the night.",
  "The shipowners met at the town hall to hear the harbour master, who had little to tell them but that the works would take until spring.",
  "Work is to begin before the end of the month, he said, and the town would pay for it out of what it had put aside for the new ferry.",
  "The mayor, who had come by boat, asked the fishermen for patience and promised that no berth would be lost to the works for good.",
];
const text = PROSE.join("\n\n");
const [first, ...rest] = PROSE;

/** Why the judge takes a line of a nearly clean document, by its place. */
export const placeRules: Readonly<Record<"above" | "between" | "below", Rule>> = {
  above: defineRule({
    id: "judge/above-text",
    summary: "a short line above the first prose that belongs to the page by its words and its place",
    changes: [{ input: `Sign in\n\nMy account\n\nSearch this site\n\n${text}`, output: text }],
    leavesAlone: [text, `From our correspondent in Marrowby\n\n${text}`],
  }),
  between: defineRule({
    id: "judge/between-paragraphs",
    summary: "a short line between paragraphs that belongs to the page by its words and its place",
    changes: [{ input: [first, "Sign in to continue", "Register for free", ...rest].join("\n\n"), output: text }],
    leavesAlone: [[first, "What the divers saw", rest[0], "Who will pay", ...rest.slice(1)].join("\n\n")],
  }),
  below: defineRule({
    id: "judge/below-text",
    summary: "a short line after the last prose that belongs to the page by its words and its place",
    changes: [
      {
        input: `${text}\n\nDiscover more from our partners\n\nSee all offers\n\nSign in\n\nRegister for free\n\nManage preferences`,
        output: text,
      },
    ],
    leavesAlone: [`${text}\n\nWilma Tern`, `${text}\n\nAnd then the water rose.`],
  }),
};

/** Why a line of a flattened page goes. */
export const flattenedRule: Rule = defineRule({
  id: "judge/outside-content",
  summary: "a line of a whole page's text that is not part of its main content",
  options: { inputKind: "flattened" },
  changes: [
    {
      input: `Home\n\nNews\n\nSport\n\nLog in\n\n${text}\n\nFerry prices to rise again\n\nPilot boat sold\n\nContact us\n\nTerms of service\n\nPrivacy policy`,
      output: text,
    },
  ],
  leavesAlone: [text],
});
