import type { Cleaner } from "./cleaners.ts";
import { slot } from "./measure-set.ts";
import { countLines, type NoiseCounts, noCounts, textOf } from "./noise-counts.ts";
import { readNoiseSets, setDocuments } from "./noise-set.ts";

/** What each cleaner did to the project's own noise set: in all, by class of furniture, and by language. */
export interface OwnMeasures {
  readonly byClass: Map<string, Map<string, NoiseCounts>>;
  readonly byLanguage: Map<string, Map<string, NoiseCounts>>;
}

/** Key of all lines together. */
export const ALL = "all";

/** Each line in a document of its own. Only the line counts as good or bad, not the prose around it. */
export async function measureOwn(cleaners: readonly Cleaner[]): Promise<OwnMeasures> {
  const measures: OwnMeasures = { byClass: new Map(), byLanguage: new Map() };
  for (const set of readNoiseSets()) {
    for (const { line, document } of setDocuments(set)) {
      const own = document.filter(({ text }) => text === line.text);
      for (const { name, clean } of cleaners) {
        const output = await clean(textOf(document), {});
        for (const [group, key] of [
          [measures.byClass, ALL],
          [measures.byClass, line.class],
          [measures.byLanguage, set.language],
        ] as const)
          countLines(
            own,
            output,
            slot(
              slot(group, key, () => new Map<string, NoiseCounts>()),
              name,
              noCounts,
            ),
          );
      }
    }
  }
  return measures;
}
