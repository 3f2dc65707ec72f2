import type { Repeats } from "../core/repeats.ts";
import { ANY_SLOT, foldTemplate } from "./line-template.ts";
import type { Profile, ProfileLine, SourceProfile } from "./profile.ts";
import type { Line } from "./read-lines.ts";

/** What a profile says of a line that goes. */
export interface ProfileMatch {
  readonly repeats?: Repeats;
}

/** The lines of one source, to be looked up. */
export class ProfileIndex {
  private readonly pages: number | undefined;
  private readonly whole = new Map<string, ProfileLine>();
  /** Openings and closings, and how many words they have. */
  private readonly openings = new Map<string, ProfileLine>();
  private readonly closings = new Map<string, ProfileLine>();
  private readonly lengths: ReadonlySet<number>;

  constructor({ pages, lines }: SourceProfile) {
    this.pages = pages;
    const lengths = new Set<number>();
    for (const entry of lines) {
      const words = foldTemplate(entry.line).split(" ");
      if (words.at(-1) === ANY_SLOT) this.openings.set(words.slice(0, -1).join(" "), entry);
      else if (words[0] === ANY_SLOT) this.closings.set(words.slice(1).join(" "), entry);
      else this.whole.set(words.join(" "), entry);
      if (words.includes(ANY_SLOT)) lengths.add(words.length - 1);
    }
    this.lengths = lengths;
  }

  /** Undefined for a line that stays. What is said of the whole line goes before what is said of a part of it. */
  match({ template, position }: Pick<Line, "template" | "position">): ProfileMatch | undefined {
    const entry = this.whole.get(template) ?? this.matchPart(template.split(" "));
    if (!entry || entry.keep || !(entry.positions?.includes(position) ?? true)) return undefined;
    const { pages } = entry;
    return pages === undefined || this.pages === undefined ? {} : { repeats: { pages, of: this.pages } };
  }

  private matchPart(words: readonly string[]): ProfileLine | undefined {
    for (const length of this.lengths) {
      if (length >= words.length) continue;
      const opening = this.openings.get(words.slice(0, length).join(" "));
      const entry = opening ?? this.closings.get(words.slice(-length).join(" "));
      if (entry) return entry;
    }
    return undefined;
  }
}

const indices = new WeakMap<Profile, Map<string, ProfileIndex>>();

/** What a profile says of a source; looked up once for all documents. */
export function indexOf(profile: Profile, source: string): ProfileIndex | undefined {
  const known = indices.get(profile) ?? new Map<string, ProfileIndex>();
  indices.set(profile, known);
  const lines = Object.hasOwn(profile.sources, source) ? profile.sources[source] : undefined;
  if (!lines) return undefined;
  const index = known.get(source) ?? new ProfileIndex(lines);
  known.set(source, index);
  return index;
}
