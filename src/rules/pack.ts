import { readFileSync } from "node:fs";
import { defineRule, type Rule, type RuleId } from "../core/rule.ts";

/** Where in a document a line may be furniture: above the first prose, below the last, or between paragraphs. */
export type Zone = "head" | "between" | "tail";

/** A rule of a pack as it stands in the file. */
export interface PackRule {
  readonly id: RuleId;
  readonly summary: string;
  readonly zones: readonly Zone[];
  /** Folded words; `{}` stands for one to eight words, `{site}` for one to five that name the site. */
  readonly phrases: readonly string[];
  /** Phrases that say nothing alone: furniture only in a row with one of `phrases`, or beside other furniture. */
  readonly parts?: readonly string[];
  /** Weak phrases are furniture only beside other furniture, in the head or the tail. */
  readonly weak?: boolean;
  /** The line may be several phrases of this rule in a row, as in a share row. */
  readonly compound?: boolean;
  /** The short lines that follow, down to the end, are what this line announces. */
  readonly announces?: boolean;
  /** The phrases are whole sentences and may also begin the first or end the last paragraph. */
  readonly sentences?: boolean;
  /** Only in documents that have prose: a list may be made of such words. */
  readonly needsProse?: boolean;
  /** The line goes only directly above a headline that prose follows. */
  readonly aboveHeadline?: boolean;
  /** Lines that go when they stand in a zone of the pack's frame. */
  readonly changes: readonly string[];
  /** Lines or sentences that stay in the same place. */
  readonly leavesAlone: readonly string[];
}

/** Furniture phrases of one language, as data. */
export interface Pack {
  /** BCP 47. */
  readonly language: string;
  /** A headline and two paragraphs of prose in the language, between and around which the examples are set. */
  readonly frame: { readonly headline: string; readonly first: string; readonly last: string };
  /** First lines that are no headline. */
  readonly notTitles: NotTitles;
  readonly rules: readonly PackRule[];
}

/** Folded words, see {@link PackRule.phrases}. */
export interface NotTitles {
  /** Whole lines, as the headings of first sections. */
  readonly lines: readonly string[];
  /** How a line begins that says who wrote or when. */
  readonly openings: readonly string[];
  /** Lines of nothing but these words are dates. */
  readonly dateWords: readonly string[];
}

/** A pack's rule with its line examples set into whole documents. */
export interface CompiledRule extends Omit<PackRule, "changes" | "leavesAlone"> {
  readonly rule: Rule;
}

/** Reads one of the packs that come with dehusk. */
export function readPack(language: string): Pack {
  return JSON.parse(readFileSync(new URL(`../../packs/${language}.json`, import.meta.url), "utf8")) as Pack;
}

/** Checks a pack's rules and sets their examples into the pack's frame. */
export function compilePack({ frame, rules }: Pack): CompiledRule[] {
  const output = `${frame.first}\n\n${frame.last}`;
  return rules.map(({ changes, leavesAlone, ...rest }) => ({
    ...rest,
    rule: defineRule({
      id: rest.id,
      summary: rest.summary,
      changes: changes.map((line) => ({ input: inFrame(frame, rest, line), output })),
      leavesAlone: leavesAlone.map((line) => inFrame(frame, rest, line)),
    }),
  }));
}

function inFrame(
  { headline, first, last }: Pack["frame"],
  rule: Pick<PackRule, "zones" | "aboveHeadline">,
  line: string,
): string {
  if (rule.aboveHeadline) return [line, headline, first, last].join("\n\n");
  if (rule.zones.includes("tail")) return [first, last, line].join("\n\n");
  return (rule.zones.includes("head") ? [line, first, last] : [first, line, last]).join("\n\n");
}
