import * as is from "./character-kinds.ts";
import { kindOf } from "./character-kinds.ts";
import { LineScan, READ } from "./line-scan.ts";
import { TermList } from "./term-list.ts";

/** A line as the judge sees it. */
export interface JudgedLine {
  readonly text: string;
  readonly kind: string;
}

/** How a line looks, by its characters; names of the columns of {@link LineShapes}. */
export const SHAPES = [
  "units",
  "size",
  "wordLength",
  "longestWord",
  "upper",
  "capitalised",
  "capitals",
  "small",
  "digits",
  "numbers",
  "unspaced",
  "caseless",
  "stops",
  "commas",
  "separators",
  "symbols",
  "quotes",
  "colons",
  "brackets",
  "endsStop",
  "endsColon",
  "endsOpen",
  "opening",
  "kind",
] as const;
type Shape = (typeof SHAPES)[number];

/** Words of a character: what a character of a script without spaces counts. */
const UNSPACED_SIZE = 0.6;
/** Shortest prose that is not as long as READ, in UTF-16 code units; and in a script without spaces. */
const [SHORTEST_PROSE, SHORTEST_UNSPACED] = [60, 20];
const KINDS: readonly string[] = ["paragraph", "heading", "list-item", "quote", "code", "table"];
/** What `kind` is for code. */
export const CODE: number = KINDS.indexOf("code");
const ELLIPSIS = "…";

/** The looks of all lines of a document: a column a feature, all found in one pass over the beginning of each line. */
export class LineShapes {
  readonly count: number;
  readonly columns: Readonly<Record<Shape, Float32Array>>;
  /** Whether each line is running text: of some length, and with the end of a sentence in it. */
  readonly prose: Uint8Array;
  /** Hash of each line's folded words; equal for lines that differ in numbers only. */
  readonly template: Int32Array;
  readonly terms: TermList = new TermList();

  constructor(lines: readonly JudgedLine[]) {
    this.count = lines.length;
    const columns = SHAPES.map((name) => [name, new Float32Array(lines.length)] as const);
    this.columns = Object.fromEntries(columns) as Record<Shape, Float32Array>;
    this.prose = new Uint8Array(lines.length);
    this.template = new Int32Array(lines.length);
    const scan = new LineScan();
    for (const [i, line] of lines.entries()) {
      scan.read(line.text, this.terms);
      this.keepMarks(i, scan, line.text);
      this.keepEnds(i, line, scan.last);
      this.template[i] = this.terms.closeLine(this.keepWords(i, scan, line.text));
    }
  }

  /** What the words of a line look like; gives their number, of a long line as its beginning lets expect. */
  private keepWords(i: number, scan: LineScan, { length }: string): number {
    const { columns } = this;
    const { counts } = scan;
    const words = Math.max(1, scan.words);
    const letters = counts[is.LOWER]! + counts[is.UPPER]! + counts[is.CASELESS]! + counts[is.UNSPACED]!;
    const read = scan.words + counts[is.UNSPACED]! * UNSPACED_SIZE;
    const size = read * Math.max(1, length / READ);
    columns.units[i] = length;
    columns.size[i] = size;
    columns.wordLength[i] = scan.wordUnits / words;
    columns.longestWord[i] = scan.longest;
    columns.upper[i] = counts[is.UPPER]! / Math.max(1, letters);
    columns.capitalised[i] = scan.capitalised / words;
    columns.capitals[i] = scan.capitals / words;
    columns.small[i] = scan.small / words;
    columns.numbers[i] = scan.numbers;
    columns.commas[i] = counts[is.COMMA]! / Math.max(1, read);
    return size;
  }

  private keepMarks(i: number, { counts, stops }: LineScan, { length }: string): void {
    const { columns } = this;
    const read = Math.max(1, Math.min(length, READ));
    columns.digits[i] = counts[is.DIGIT]! / read;
    columns.unspaced[i] = counts[is.UNSPACED]! / read;
    columns.caseless[i] = counts[is.CASELESS]! / read;
    columns.stops[i] = stops * Math.max(1, length / READ);
    columns.separators[i] = counts[is.SEPARATOR]!;
    columns.symbols[i] = counts[is.SYMBOL]!;
    columns.quotes[i] = counts[is.QUOTE]!;
    columns.colons[i] = counts[is.COLON]!;
    columns.brackets[i] = counts[is.BRACKET]!;
    const shortest = counts[is.UNSPACED]! * 3 > read ? SHORTEST_UNSPACED : SHORTEST_PROSE;
    this.prose[i] = Number(length >= READ || (stops > 0 && length >= shortest));
  }

  private keepEnds(i: number, { text, kind }: JudgedLine, lastRead: number): void {
    const { columns } = this;
    const last = text.length > READ ? kindAt(text, text.length - 1) : lastRead;
    const quoted = last === is.QUOTE && kindAt(text, text.length - 2) === is.STOP;
    columns.endsStop[i] = Number(last === is.STOP || quoted);
    columns.endsColon[i] = Number(last === is.COLON);
    columns.endsOpen[i] = Number(text.endsWith(ELLIPSIS) || text.endsWith("..."));
    columns.opening[i] = kindAt(text, 0);
    columns.kind[i] = KINDS.indexOf(kind);
  }
}

/** The kind of a character; of a place outside of the text that of a character of no kind. */
function kindAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? kindOf(text.charCodeAt(at)) : is.OTHER;
}
