import type { Rule } from "../core/rule.ts";
import { CLASSES, type ClassBehaviour, type ClassName } from "./classes.ts";

/**
 * Words of which whole lines are made, so that a prompt is known in wordings that nobody listed: a line goes that has one
 * word of each of `needs` and else nothing but words of the wording, in any order. An entry may be several words, a number is `0`,
 * `{network}` and `{store}` stand for the names of networks and of app stores.
 */
export interface Wording {
  /** Two to four lists. */
  readonly needs: readonly (readonly string[])[];
  readonly with?: readonly string[];
}

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
  /** Lines that are furniture by themselves in whatever order their words are put. */
  readonly wordings?: readonly Wording[];
  /** Lines that go when they stand in a zone of the pack's frame; a blank line parts several. */
  readonly changes?: readonly string[];
  /** Lines or sentences that stay in the same place. */
  readonly leavesAlone?: readonly string[];
}

/** Furniture phrases of one language, as data. Those that come with dehusk have all of it, a user's own what they need. */
export interface Pack {
  /** BCP 47. */
  readonly language: string;
  /** A headline and two paragraphs of prose in the language, between and around which the examples are set. */
  readonly frame?: { readonly headline: string; readonly first: string; readonly last: string };
  /** First lines that are no headline. */
  readonly notTitles?: NotTitles;
  readonly classes: { readonly [name in ClassName]?: PackClass };
}

/** A pack with sentences around its examples. */
export type FramedPack = Pack & Required<Pick<Pack, "frame">>;

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
export interface CompiledRule extends ClassBehaviour, Pick<PackClass, "phrases" | "weak" | "everywhere" | "wordings"> {
  readonly rule: Rule;
}

/**
 * Makes a pack's classes rules, their examples set into the pack's frame; without a frame they have none.
 *
 * @throws {TypeError} when there is no such class, or it has strong phrases and must not.
 */
export function compilePack({ language, frame, classes }: Pack): CompiledRule[] {
  return (Object.entries(classes) as [ClassName, PackClass][]).map(
    ([name, { changes = [], leavesAlone = [], ...phrases }]) => {
      const behaviour = CLASSES[name];
      if (!behaviour) throw new TypeError(`pack ${language}: there is no class ${name}`);
      if (behaviour.onlyWeak && (phrases.phrases || phrases.everywhere))
        throw new TypeError(`pack ${language}: the class ${name} takes weak phrases only`);
      const { summary } = behaviour;
      const examples = frame ? inFrames(frame, behaviour, changes, leavesAlone) : { changes: [], leavesAlone: [] };
      return { ...behaviour, ...phrases, rule: { id: `strip/${name}`, summary, ...examples } };
    },
  );
}

type Frame = FramedPack["frame"];
type Placing = Pick<ClassBehaviour, "zones" | "aboveHeadline">;

function inFrames(
  frame: Frame,
  placing: Placing,
  changes: readonly string[],
  leavesAlone: readonly string[],
): Pick<Rule, "changes" | "leavesAlone"> {
  const output = `${frame.first}\n\n${frame.last}`;
  return {
    changes: changes.map((line) => ({ input: inFrame(frame, placing, line), output })),
    leavesAlone: leavesAlone.map((line) => inFrame(frame, placing, line)),
  };
}

function inFrame({ headline, first, last }: Frame, { aboveHeadline, zones }: Placing, line: string): string {
  if (aboveHeadline) return [line, headline, first, last].join("\n\n");
  if (zones.includes("tail")) return [first, last, line].join("\n\n");
  return (zones.includes("head") ? [line, first, last] : [first, line, last]).join("\n\n");
}
