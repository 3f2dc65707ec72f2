import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { isArticleBenchmark, openArticleBenchmark } from "./article-benchmark.ts";
import type { Gold } from "./page-scores.ts";
import type { BenchPage, PageSet } from "./page-set.ts";

/** A set that is read when it is opened, for the large ones take some hundred MB. */
export interface SetSource {
  readonly name: string;
  /** In which its outputs are recorded, too. */
  readonly form: "json-lines" | "article-benchmark";
  open(): PageSet;
}

const ENDING = ".jsonl.gz";
const newline = 10;

/** The sets of a folder in the order of their names: files of JSON Lines, or the one set of an article benchmark. */
export function listSets(folder: string): readonly SetSource[] {
  if (isArticleBenchmark(folder)) {
    const name = basename(resolve(folder));
    return [{ name, form: "article-benchmark", open: () => openArticleBenchmark(folder) }];
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .map((name) => ({
      name: name.slice(0, -ENDING.length),
      form: "json-lines",
      open: () => openJsonLines(join(folder, name)),
    }));
}

/** Opens a gzipped file of JSON Lines, one page a line. */
export function openJsonLines(file: string): PageSet {
  const bytes = gunzipSync(readFileSync(file));
  const lines = lineSpans(bytes);
  return {
    size: lines.length,
    page: (index) => {
      const [start, end] = lines[index]!;
      return toPage(JSON.parse(bytes.toString("utf8", start, end)), `${basename(file)}, line ${index + 1}`);
    },
  };
}

/** Cut at line feeds only: Node's own line reader also breaks lines at U+2028, which JSON strings may hold. */
function lineSpans(bytes: Buffer): readonly (readonly [start: number, end: number])[] {
  const spans: [number, number][] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(newline, start);
    const stop = end < 0 ? bytes.length : end;
    if (stop > start) spans.push([start, stop]);
    start = stop + 1;
  }
  return spans;
}

interface Line extends Gold {
  readonly id?: unknown;
  readonly html?: unknown;
  readonly url?: string | null;
  readonly page_type?: string | null;
  readonly lang?: string | null;
}

function toPage(line: Line, place: string): BenchPage {
  const { id, html, url, page_type: type, lang, gold, with: wanted, without } = line;
  if (typeof id !== "string" || typeof html !== "string") throw new Error(`${place}: a page needs an id and html`);
  return {
    id,
    html,
    ...(url && { url }),
    ...(type && { type }),
    ...(lang && { lang }),
    ...(gold !== undefined && { gold }),
    ...(wanted && { with: wanted }),
    ...(without && { without }),
  };
}
