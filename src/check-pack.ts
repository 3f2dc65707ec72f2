import { z } from "zod";
import { CLASSES, type ClassName } from "./rules/classes.ts";
import { foldPhrase } from "./rules/fold-phrase.ts";
import type { Pack, PackClass } from "./rules/pack.ts";
import { WordCover } from "./rules/word-cover.ts";

export type { Pack };

const phrases = z.array(z.string());
const lines = z.array(z.string().min(1));

const wording = z.strictObject({
  needs: z.array(phrases.min(1)).min(2).max(4).describe("lists of which the line has one word each"),
  with: phrases.optional().describe("what else may stand in the line"),
});

const packClass = z.strictObject({
  phrases: phrases.optional().describe("lines that are furniture by themselves"),
  weak: phrases.optional().describe("lines that are furniture only beside others that are"),
  everywhere: phrases.optional().describe("phrases that are furniture in texts of any language"),
  wordings: z.array(wording).optional().describe("words of which whole lines are made, in any order"),
  changes: lines.optional().describe("lines that go; `dehusk rules check` tries them"),
  leavesAlone: lines.optional().describe("lines that stay; `dehusk rules check` tries them"),
});

const classNames = Object.keys(CLASSES) as [ClassName, ...ClassName[]];
const classes = z.strictObject(
  Object.fromEntries(classNames.map((name) => [name, packClass.optional().describe(CLASSES[name].summary)])),
);

/** A file of phrases, as `--pack` reads it. */
export const packSchema: z.ZodType = z.strictObject({
  $schema: z.string().optional().describe("address of this schema, for editors"),
  language: z.string().min(2).describe("BCP 47: the language of the documents in which the phrases are looked for"),
  frame: z
    .strictObject({ headline: z.string(), first: z.string(), last: z.string() })
    .optional()
    .describe("a headline and two paragraphs of prose around which the examples are set"),
  notTitles: z
    .strictObject({ lines: phrases, openings: phrases, dateWords: phrases })
    .optional()
    .describe("first lines that are no headline"),
  classes,
});

/** What is wrong with a pack, and where: keys and indices from the top. */
export interface PackFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const STRENGTHS = ["phrases", "weak", "everywhere"] as const;

/** What a schema cannot say: whether the phrases can be looked for, and whether two of them clash. */
export function* checkPack({ language, classes }: Pack): Generator<PackFault> {
  if (!isLanguage(language)) yield { path: ["language"], message: `"${language}" is no language tag` };
  const seen = new Map<string, string>();
  for (const [name, entry] of Object.entries(classes) as [ClassName, PackClass][]) {
    for (const strength of STRENGTHS) {
      const path = ["classes", name, strength];
      if (CLASSES[name].onlyWeak && strength !== "weak" && entry[strength])
        yield { path, message: "this class takes weak phrases only: no line of it says enough by itself" };
      for (const [i, phrase] of (entry[strength] ?? []).entries()) {
        const message = faultOf(phrase, `${name}.${strength}`, seen);
        if (message !== undefined) yield { path: [...path, i], message };
      }
    }
    for (const [i, wording] of (entry.wordings ?? []).entries()) {
      const message = messageOf(() => {
        new WordCover().add(wording, name);
        return undefined;
      });
      if (message !== undefined) yield { path: ["classes", name, "wordings", i], message };
    }
  }
}

function faultOf(phrase: string, place: string, seen: Map<string, string>): string | undefined {
  return messageOf(() => {
    const key = JSON.stringify(foldPhrase(phrase));
    const before = seen.get(key);
    seen.set(key, place);
    return before && `the phrase "${phrase}" is in ${before} as well`;
  });
}

/** What `check` says, or is stopped by. */
function messageOf(check: () => string | undefined): string | undefined {
  try {
    return check();
  } catch (error) {
    return (error as Error).message;
  }
}

function isLanguage(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== "";
  } catch {
    return false;
  }
}
