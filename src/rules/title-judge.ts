import { FoldedLine, foldWords } from "../text/fold.ts";
import type { NotTitles } from "./pack.ts";

const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;
/** Longest heading of a section that a pack lists, in UTF-16 code units, with room to spare. */
const LONGEST_HEADING = 80;

/** Knows first lines that look like a headline and are none. */
export class TitleJudge {
  private readonly lines: ReadonlySet<string>;
  /** First words of `lines`: what nearly every headline is told by. */
  private readonly firstWords: ReadonlySet<string>;
  private readonly openings: ReadonlySet<string>;
  /** Words of the longest opening. */
  private readonly longestOpening: number;
  private readonly dateWords: ReadonlySet<string>;
  /** Words of the longest of `dateWords`: the name of a month is several in a script without spaces. */
  private readonly longestDateWord: number;

  constructor(packs: readonly NotTitles[]) {
    const folded = (key: keyof NotTitles): Set<string> =>
      new Set(packs.flatMap((pack) => pack[key].map((phrase) => foldWords(phrase).join(" "))));
    this.lines = folded("lines");
    this.firstWords = new Set(Array.from(this.lines, (line) => line.split(" ", 1)[0]!));
    this.openings = folded("openings");
    this.longestOpening = longest(this.openings);
    this.dateWords = folded("dateWords");
    this.longestDateWord = longest(this.dateWords);
  }

  /** Whether a line is the heading of a first section, a date, a credit or an address. */
  isNoTitle(line: string): boolean {
    const folded = new FoldedLine(line);
    let opening = "";
    for (let n = 0; n < this.longestOpening; n++) {
      const word = folded.word(n);
      if (word === undefined) break;
      opening = n === 0 ? word : `${opening} ${word}`;
      if (this.openings.has(opening)) return true;
    }
    if (ADDRESS.test(line.trim()) || this.isDate(folded)) return true;
    if (line.length > LONGEST_HEADING || !this.firstWords.has(folded.word(0) ?? "")) return false;
    return this.lines.has(foldWords(line).join(" "));
  }

  /** A headline is told from a date by its first words, so the rest of it is never read. */
  private isDate(line: FoldedLine): boolean {
    let n = 0;
    while (line.word(n) !== undefined) {
      const taken = this.dateWordAt(line, n);
      if (taken === 0) return false;
      n += taken;
    }
    return n > 0;
  }

  /** How many words the longest date word at an index has; 0 where there is none. */
  private dateWordAt(line: FoldedLine, at: number): number {
    for (let taken = this.longestDateWord; taken > 0; taken--) {
      const words = line.slice(at, at + taken);
      if (words.length === taken && this.dateWords.has(words.join(" "))) return taken;
    }
    return 0;
  }
}

/** Words of the longest phrase. */
function longest(phrases: ReadonlySet<string>): number {
  return Math.max(0, ...Array.from(phrases, (phrase) => phrase.split(" ").length));
}
