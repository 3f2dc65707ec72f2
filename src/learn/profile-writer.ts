import type { Cleaned } from "../core/cleaned.ts";
import type { Repeats } from "../core/repeats.ts";
import type { FoundLine } from "./find-furniture.ts";
import type { Profile, ProfileExample, ProfileLine, SourceProfile } from "./profile.ts";
import { POSITIONS, type Position, readLines } from "./read-lines.ts";

/** Examples of a line, each of another document. */
const MOST_EXAMPLES = 3;
/** Characters (UTF-16 code units) of what stands above and below. */
const CONTEXT = 80;

interface Entry {
  readonly repeats: Repeats;
  readonly positions: Set<Position>;
  readonly examples: ProfileExample[];
}

/** Gathers the lines that were found and writes them as a profile. Documents come in canonical order. */
export class ProfileWriter {
  private readonly sources = new Map<string, Map<string, Entry>>();

  /** `name` is the document's, `source` that of its source. */
  add(cleaned: Cleaned, name: string, source: string, found: readonly FoundLine[]): void {
    const entries = this.sources.get(source) ?? new Map<string, Entry>();
    this.sources.set(source, entries);
    const lines = new Map(readLines(cleaned).map((line) => [line.block, line]));
    for (const { block, repeats, run } of found) {
      const line = lines.get(block);
      const template = run === undefined ? line?.template : line?.runs[run];
      if (!line || template === undefined) continue;
      const entry = entries.get(template) ?? { repeats, positions: new Set(), examples: [] };
      entries.set(template, entry);
      entry.positions.add(line.position);
      const isNew = entry.examples.at(-1)?.document !== name;
      if (isNew && entry.examples.length < MOST_EXAMPLES) entry.examples.push(exampleOf(cleaned, block, name));
    }
  }

  profile(): Profile {
    const sources = [...this.sources].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      schema: "dehusk/profile/1",
      sources: Object.fromEntries(sources.map(([name, entries]) => [name, sourceProfile(entries)])),
    };
  }
}

function exampleOf({ blocks }: Cleaned, block: number, document: string): ProfileExample {
  const [before, after] = [blocks[block - 1]?.text, blocks[block + 1]?.text];
  return {
    document,
    ...(before !== undefined && { before: wellFormed(before.slice(-CONTEXT)) }),
    text: blocks[block]!.text,
    ...(after !== undefined && { after: wellFormed(after.slice(0, CONTEXT)) }),
  };
}

/** A cut may part a surrogate from its other half, which no file of UTF-8 can hold. */
const wellFormed = (text: string): string => text.toWellFormed();

function sourceProfile(entries: ReadonlyMap<string, Entry>): SourceProfile {
  const lines = [...entries].sort(
    ([a, one], [b, other]) => other.repeats.pages - one.repeats.pages || (a < b ? -1 : 1),
  );
  const of = Math.max(0, ...lines.map(([, { repeats }]) => repeats.of));
  return { ...(of > 0 && { pages: of }), lines: lines.map(profileLine) };
}

function profileLine([line, { repeats, positions, examples }]: [string, Entry]): ProfileLine {
  const { pages, of } = repeats;
  return {
    line,
    positions: POSITIONS.filter((position) => positions.has(position)),
    pages,
    share: Math.round((100 * pages) / of) / 100,
    examples,
  };
}
