import { defineRule, type Rule } from "../core/rule.ts";
import { CLASSES, type ClassBehaviour, type ClassName } from "./classes.ts";

/**
 * The phrases of one class in one language. They are compared as folded words: case, punctuation, emoji and the value of
 * numbers do not count. `{}` stands for one to eight words, `{title}` for up to 25, `{site}` for one to five that name
 * the site; a phrase that ends in `: {}` needs the colon, or a like mark, and takes the rest of the line.
 */
export interface PackClass {
  /** Lines that are furniture by themselves. */
  readonly phrases?: readonly string[];
  /** Lines that say nothing alone: furniture in a row with one of `phrases`, or beside other furniture. */
  readonly weak?: readonly string[];
  /** Phrases that are furniture by themselves in texts of other languages as well. */
  readonly everywhere?: readonly string[];
  /** Lines that go when they stand in a zone of the pack's frame; a blank line parts several. */
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
  readonly classes: { readonly [name in ClassName]?: PackClass };
}

/** Folded words, see {@link PackClass}. */
export interface NotTitles {
  /** Whole lines, as the headings of first sections. */
  readonly lines: readonly string[];
  /** How a line begins that says who wrote or when. */
  readonly openings: readonly string[];
  /** Lines of nothing but these words are dates. */
  readonly dateWords: readonly string[];
}

/** A class of a pack with its line examples set into whole documents. */
export interface CompiledRule extends ClassBehaviour, Pick<PackClass, "phrases" | "weak" | "everywhere"> {
  readonly rule: Rule;
}

/**
 * Checks a pack's rules and sets their examples into the pack's frame.
 *
 * @throws {TypeError} when a class lacks an example, or has strong phrases and must not.
 */
export function compilePack({ language, frame, classes }: Pack): CompiledRule[] {
  const output = `${frame.first}\n\n${frame.last}`;
  return (Object.entries(classes) as [ClassName, PackClass][]).map(([name, { changes, leavesAlone, ...phrases }]) => {
    const behaviour = CLASSES[name];
    if (behaviour.onlyWeak && (phrases.phrases || phrases.everywhere))
      throw new TypeError(`pack ${language}: the class ${name} takes weak phrases only`);
    const rule = defineRule({
      id: `strip/${name}`,
      summary: behaviour.summary,
      changes: changes.map((line) => ({ input: inFrame(frame, behaviour, line), output })),
      leavesAlone: leavesAlone.map((line) => inFrame(frame, behaviour, line)),
    });
    return { ...behaviour, ...phrases, rule };
  });
}

function inFrame(
  { headline, first, last }: Pack["frame"],
  { aboveHeadline, zones }: Pick<ClassBehaviour, "zones" | "aboveHeadline">,
  line: string,
): string {
  if (aboveHeadline) return [line, headline, first, last].join("\n\n");
  if (zones.includes("tail")) return [first, last, line].join("\n\n");
  return (zones.includes("head") ? [line, first, last] : [first, line, last]).join("\n\n");
}
