import type { Judgement } from "../../judge/judge-lines.ts";
import type { Lexicon } from "../../rules/lexicon.ts";

const PLACES: Readonly<Record<Judgement["place"], string>> = {
  above: "above the first prose",
  between: "between paragraphs",
  below: "after the last prose",
};

/** Why the judge takes a line, in words: how many short lines stand where, and what a pack calls such a phrase. */
export function judgeReason({ place, run }: Judgement, text: string, lexicon: Lexicon): string {
  const lines = run === 1 ? "a label" : `one of ${run} short lines`;
  const phrase = lexicon.match(text)?.rule.rule.summary;
  return `${lines} ${PLACES[place]}${phrase === undefined ? "" : `; like a phrase of a pack: ${phrase}`}`;
}
