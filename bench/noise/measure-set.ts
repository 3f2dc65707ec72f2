import { Dice } from "../corpus.ts";
import { scorePage } from "../extract/page-scores.ts";
import { type BenchPage, type PageSet, spreadSample } from "../extract/page-set.ts";
import type { Cleaner, Known } from "./cleaners.ts";
import { countLines, type NoiseCounts, noCounts, textOf } from "./noise-counts.ts";
import {
  drawEdges,
  type NoisyDocument,
  noisyDocument,
  ReferenceDraw,
  VARIANTS,
  type Variant,
} from "./noisy-documents.ts";
import { goldLines, surroundingsOf } from "./surroundings.ts";
import { flattenedPage } from "./visible-lines.ts";

/** What was counted, by task, then by kind of page, then by cleaner. */
export type Counts = Map<string, Map<string, Map<string, NoiseCounts>>>;

/** Word F1 of flattened pages, by kind of page and cleaner. */
export type FlatScores = Map<string, Map<string, number[]>>;

export interface SetMeasures {
  readonly counts: Counts;
  readonly flattened: FlatScores;
}

/** The tasks on lines: the variants of nearly clean articles, and whole golds of any kind of page. */
export type Task = Variant | "clean";

/** Runs all tasks of a set's pages through the cleaners. */
export async function measureSet(
  name: string,
  set: PageSet,
  cleaners: readonly Cleaner[],
  limit: number | undefined,
  onPage: (done: number, of: number) => void,
): Promise<SetMeasures> {
  const measures: SetMeasures = { counts: new Map(), flattened: new Map() };
  const draw = new ReferenceDraw();
  const sample = spreadSample(set.size, limit ?? set.size);
  for (const [done, index] of sample.entries()) {
    const page = set.page(index);
    if (!page.gold) continue;
    const kinds = kindsOf(name, page);
    const known = { host: hostOf(page) };
    for (const [task, document] of documentsOf(page, draw, new Dice(index + 1)))
      await measureLines(task, document, kinds, cleaners, known, measures.counts);
    await measureFlattened(page, kinds, cleaners, known, measures.flattened);
    onPage(done + 1, sample.length);
  }
  return measures;
}

/** The pages that are counted together: of a set or page type, and of a language where a set has many. */
function kindsOf(set: string, { type, lang }: BenchPage): readonly string[] {
  const kind = type === undefined ? set : `${set}, ${type}`;
  return lang === undefined || type !== undefined ? [kind] : [kind, `${set}, ${lang}`];
}

function hostOf({ id, url }: Pick<BenchPage, "id" | "url">): string {
  return (url === undefined ? undefined : URL.parse(url)?.host)?.replace(/^www\./, "") ?? id;
}

function* documentsOf(page: BenchPage, draw: ReferenceDraw, dice: Dice): Generator<readonly [Task, NoisyDocument]> {
  yield ["clean", goldLines(page.gold ?? "").map((text) => ({ text, furniture: false }))];
  if ((page.type ?? "article") !== "article") return;
  const surroundings = surroundingsOf(page);
  if (!surroundings) return;
  const edges = drawEdges(surroundings, draw);
  for (const variant of VARIANTS) {
    const document = noisyDocument(variant, surroundings, edges, dice);
    if (document) yield [variant, document];
  }
}

async function measureLines(
  task: Task,
  document: NoisyDocument,
  kinds: readonly string[],
  cleaners: readonly Cleaner[],
  known: Known,
  counts: Counts,
): Promise<void> {
  const text = textOf(document);
  for (const { name, clean } of cleaners) {
    const output = await clean(text, known);
    for (const kind of kinds) {
      const ofTask = slot(counts, task, () => new Map<string, Map<string, NoiseCounts>>());
      const ofKind = slot(ofTask, kind, () => new Map<string, NoiseCounts>());
      countLines(document, output, slot(ofKind, name, noCounts));
    }
  }
}

async function measureFlattened(
  page: BenchPage,
  kinds: readonly string[],
  cleaners: readonly Cleaner[],
  known: Known,
  scores: FlatScores,
): Promise<void> {
  const text = flattenedPage(page.html);
  for (const { name, clean } of cleaners) {
    const { words } = scorePage(page, await clean(text, { ...known, flattened: true }));
    for (const kind of kinds)
      slot(
        slot(scores, kind, () => new Map<string, number[]>()),
        name,
        () => [],
      ).push(words?.f1 ?? 0);
  }
}

/** The value of a key, made where it is missing. */
export function slot<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
