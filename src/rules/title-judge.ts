import { foldWords } from "../text/fold.ts";
import type { NotTitles } from "./pack.ts";

const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;
/** Most words that an opening of a pack has. */
const LONGEST_OPENING = 3;

/** Knows first lines that look like a headline and are none. */
export class TitleJudge {
  private readonly lines: ReadonlySet<string>;
  private readonly openings: ReadonlySet<string>;
  private readonly dateWords: ReadonlySet<string>;

  constructor(packs: readonly NotTitles[]) {
    const folded = (key: keyof NotTitles): Set<string> =>
      new Set(packs.flatMap((pack) => pack[key].map((phrase) => foldWords(phrase).join(" "))));
    this.lines = folded("lines");
    this.openings = folded("openings");
    this.dateWords = folded("dateWords");
  }

  /** Whether a line is the heading of a first section, a date, a credit or an address. */
  isNoTitle(line: string): boolean {
    const words = foldWords(line);
    if (ADDRESS.test(line.trim()) || this.lines.has(words.join(" "))) return true;
    for (let n = 1; n <= LONGEST_OPENING; n++) if (this.openings.has(words.slice(0, n).join(" "))) return true;
    return words.length > 0 && words.every((word) => this.dateWords.has(word));
  }
}
