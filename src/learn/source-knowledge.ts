import type { Repeats } from "../core/repeats.ts";
import { countRepeats } from "./count-repeats.ts";
import { distinctPages } from "./distinct-pages.ts";
import type { Page, PageLine } from "./page-fact.ts";

/** Fewer pages say nothing of a source. */
const LEAST_PAGES = 5;
const LEAST_REPEATS = 3;
/** Share of a source's pages on which a line of furniture stands at least; measured on hosts of real pages. */
const LEAST_SHARE = 0.2;
/** Openings and closings say less than whole lines, and the files of a folder less than the pages of a host. */
const SURE_SHARE = 0.3;
const FOLDER_SHARE = 0.5;

/** What repeats on the pages of one source. */
export interface SourceKnowledge {
  /** Of a whole line. */
  line(line: PageLine): Repeats | undefined;
  /** Of its opening or its closing, and which of its runs that is. */
  run(line: PageLine): { readonly repeats: Repeats; readonly run: number } | undefined;
  /** Whether two lines repeat one below the other. */
  areNeighbours(upper: PageLine, lower: PageLine): boolean;
}

/** Learns from the pages of a source, in canonical order; nothing where they are too few. */
export function learnSource(all: readonly Page[]): SourceKnowledge | undefined {
  if (all.length < LEAST_PAGES) return undefined;
  const pages = distinctPages(all);
  if (pages.length < LEAST_PAGES) return undefined;
  const of = pages.length;
  const share = pages[0]!.inFolder ? FOLDER_SHARE : LEAST_SHARE;
  const least = Math.max(LEAST_REPEATS, share * of);
  const lines = toRepeats(countRepeats(pages, keysOf, least), of);
  const runs = toRepeats(countRepeats(pages, runsOf, Math.max(least, SURE_SHARE * of)), of);
  const pairs = countRepeats(pages, (page) => pairsOf(page, (line) => lines.has(line.key)), least);
  return {
    line: ({ key }) => lines.get(key),
    run: (line) => {
      const run = line.runs.findIndex((key) => runs.has(key));
      return run < 0 ? undefined : { repeats: runs.get(line.runs[run]!)!, run };
    },
    areNeighbours: (upper, lower) => pairs.has(pairKey(upper.key, lower.key)),
  };
}

const keysOf = ({ lines }: Page): number[] => lines.map(({ key }) => key);
const runsOf = ({ lines }: Page): number[] => lines.flatMap(({ runs }) => runs);

function* pairsOf({ lines }: Page, repeats: (line: PageLine) => boolean): Iterable<number> {
  for (let i = 1; i < lines.length; i++) {
    const [upper, lower] = [lines[i - 1]!, lines[i]!];
    if (upper.block + 1 === lower.block && repeats(upper) && repeats(lower)) yield pairKey(upper.key, lower.key);
  }
}

/** Rounds the same way on every machine, and two pairs that meet only make a line look less alone. */
function pairKey(upper: number, lower: number): number {
  return upper * 31 + lower;
}

/** One object for all lines of a key: there are as many of those as pages. */
function toRepeats(counts: ReadonlyMap<number, number>, of: number): ReadonlyMap<number, Repeats> {
  return new Map(Array.from(counts, ([key, pages]) => [key, { pages, of }]));
}
