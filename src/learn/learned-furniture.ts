import { defineRule, type Rule } from "../core/rule.ts";

const STORIES: readonly string[] = [
  "The night train stops at the border for two hours now, and nobody on it is told why.",
  "Drivers say that the old tunnel floods every time it rains, and that the pumps are never on.",
  "Nobody at the ministry wanted to say when the third bridge will be open to lorries again.",
  "The ferry lay at the quay for a week, and its crew painted it twice while they waited.",
  "Twelve neighbours took turns at the mill all winter, and not one of them asked for money.",
];

/** A corpus of all stories with lines around each. */
const corpus = (lines: (story: string, index: number) => readonly string[]): string =>
  STORIES.map((story, i) => lines(story, i).join("\n\n")).join("\n\f\n");

const PLAIN: string = corpus((story) => [story]);
const VIEWS: readonly number[] = [12, 7, 311, 48, 5];

// Here an example's input is a corpus: a line with a form feed parts its documents, and the output is those that stay.
/** Of what is learned in a run as of what a profile says. */
export const learnedFurniture: Rule = defineRule({
  id: "learned/furniture",
  summary: "a line that repeats on many pages of its source, where furniture stands",
  changes: [
    { input: corpus((story) => ["Sõnumid ja teated", story]), output: PLAIN },
    { input: corpus((story, i) => [story, `Vaadatud ${VIEWS[i]} korda`, "Üles tagasi"]), output: PLAIN },
    {
      input: corpus((story, i) => [story, `Laadi alla lugu number ${VIEWS[i]}: ${story.slice(0, 20)}`]),
      output: PLAIN,
    },
  ],
  leavesAlone: [
    corpus((story) => [story, "“We were never asked.”"]),
    corpus((story, i) => [story, "What came of it", STORIES[(i + 1) % STORIES.length]!.replace(".", ", they say.")]),
    corpus((story, i) => (i < 2 ? [story, "Üles tagasi"] : [story])),
    corpus((story) => ["# The story", story]),
  ],
});
