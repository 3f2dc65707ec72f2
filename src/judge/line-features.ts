import { type LineContext, RUN_SHAPES, sumsOf } from "./line-context.ts";
import { SHAPES } from "./line-shapes.ts";
import { OVERLAPS } from "./topic-overlap.ts";

type Measure = (context: LineContext, i: number) => number;

/** Longest run and distance that is told apart from longer ones. */
const FAR = 60;
const near = (distance: number): number => Math.min(FAR, distance);
const log = (value: number): number => Math.log2(1 + value);

/** Looks of the neighbours that a line is judged by. */
const NEIGHBOUR_SHAPES = ["size", "capitalised", "endsStop", "digits", "small", "wordLength"] as const;
const REACH = [-3, -2, -1, 1, 2, 3] as const;

const runFrom: Measure = ({ proseBefore }, i) => proseBefore[i]! + 1;
const runTo: Measure = ({ proseAfter }, i) => proseAfter[i]!;

/** Where a line stands, what is around it, and what kind of document it is in. */
const CONTEXT: Readonly<Record<string, Measure>> = {
  lines: ({ count }) => count,
  words: ({ sizeAbove, count }) => log(sizeAbove[count]!),
  proseShare: ({ sizeAbove, proseAbove, count }) => proseAbove[count]! / Math.max(1, sizeAbove[count]!),
  proseLineShare: ({ proseLinesAbove, count }) => proseLinesAbove[count]! / count,
  proseSize: ({ proseAbove, proseLinesAbove, count }) => proseAbove[count]! / Math.max(1, proseLinesAbove[count]!),
  shortSize: ({ shortSize }) => shortSize,
  shortStops: ({ shortStops }) => shortStops,
  shortCapitalised: ({ shortCapitalised }) => shortCapitalised,
  capitalisedHere: ({ shapes, shortCapitalised }, i) => shapes.columns.capitalised[i]! - shortCapitalised,
  sizeHere: ({ shapes, shortSize }, i) => shapes.columns.size[i]! / Math.max(1, shortSize),
  sizeOfProse: ({ shapes, proseAbove, proseLinesAbove, count }, i) =>
    (shapes.columns.size[i]! * Math.max(1, proseLinesAbove[count]!)) / Math.max(1, proseAbove[count]!),
  bestShare: ({ bestFrom, bestTo, count }) => (bestTo + 1 - bestFrom) / count,
  place: ({ count }, i) => i / count,
  wordsAbove: ({ sizeAbove }, i) => log(sizeAbove[i]!),
  wordsBelow: ({ sizeAbove, count }, i) => log(sizeAbove[count]! - sizeAbove[i + 1]!),
  wordPlace: ({ sizeAbove, count }, i) => sizeAbove[i]! / Math.max(1, sizeAbove[count]!),
  proseAbove: ({ proseAbove }, i) => log(proseAbove[i]!),
  proseBelow: ({ proseAbove, count }, i) => log(proseAbove[count]! - proseAbove[i + 1]!),
  prosePlace: ({ proseAbove, count }, i) => proseAbove[i]! / Math.max(1, proseAbove[count]!),
  proseLinesAbove: ({ proseLinesAbove }, i) => near(proseLinesAbove[i]!),
  proseLinesBelow: ({ proseLinesAbove, count }, i) => near(proseLinesAbove[count]! - proseLinesAbove[i + 1]!),
  fromHead: (_, i) => near(i),
  fromTail: ({ count }, i) => near(count - 1 - i),
  toProseAbove: ({ proseBefore }, i) => (proseBefore[i]! < 0 ? FAR : near(i - proseBefore[i]!)),
  toProseBelow: ({ proseAfter, count }, i) => (proseAfter[i] === count ? FAR : near(proseAfter[i]! - i)),
  fromBest: ({ bestFrom, bestTo }, i) => (i < bestFrom ? -near(bestFrom - i) : i > bestTo ? near(i - bestTo) : 0),
  isProse: ({ shapes }, i) => shapes.prose[i]!,
  runLength: (context, i) => near(runTo(context, i) - runFrom(context, i)),
  runPlace: (context, i) => near(i - runFrom(context, i)),
  runRest: (context, i) => near(runTo(context, i) - 1 - i),
  copies: ({ copies, shapes }, i) => copies.get(shapes.template[i]!) ?? 0,
  copyAbove: ({ shapes }, i) => Number(i > 0 && shapes.template[i - 1] === shapes.template[i]),
  proseAboveSize: (context, i) => context.at(context.shapes.columns.size, context.proseBefore[i]!),
  proseBelowSize: (context, i) => context.at(context.shapes.columns.size, context.proseAfter[i]!),
  proseAboveEnds: (context, i) => context.at(context.shapes.columns.endsStop, context.proseBefore[i]!),
};

type Named = readonly (readonly [name: string, measure: Measure])[];

const neighbours: Named = NEIGHBOUR_SHAPES.flatMap((shape) =>
  REACH.map((by) => [`${shape}${by}`, (c: LineContext, i: number) => c.at(c.shapes.columns[shape], i + by)] as const),
);

/** All features by name. */
const MEASURES: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  ...SHAPES.map((shape) => [shape, ({ shapes }: LineContext, i: number) => shapes.columns[shape][i]!] as const),
  ...Object.entries(CONTEXT),
  ...neighbours,
  ...RUN_SHAPES.map((shape, k) => [`${shape}Run`, (c: LineContext, i: number) => c.runMean(k, i)] as const),
  ...OVERLAPS.map((name, k) => [name, (c: LineContext, i: number) => c.overlaps[k]![i]!] as const),
  ["sharedRun", (c, i) => c.runMean(RUN_SHAPES.length, i)],
  ["shared-1", (c, i) => c.at(c.overlaps[1]!, i - 1)],
  ["shared1", (c, i) => c.at(c.overlaps[1]!, i + 1)],
]);

/** Names of all features, in order. */
export const FEATURES: readonly string[] = [...MEASURES.keys()];

/** Columns of features of some lines of a document, for those of the names that are features. */
export function measureLines(
  context: LineContext,
  lines: ArrayLike<number>,
  names: Iterable<string>,
): Map<string, Float32Array> {
  const columns = new Map<string, Float32Array>();
  for (const name of names) {
    const measure = MEASURES.get(name);
    if (measure)
      columns.set(
        name,
        Float32Array.from(lines, (i) => measure(context, i)),
      );
  }
  return columns;
}

/** Names of what {@link scoreContext} gives, in order. */
export function contextNames(name: string): readonly string[] {
  return ["", "-3", "-2", "-1", "+1", "+2", "+3", "Run", "RunAbove", "RunBelow", "Near", "Above", "Below", "Most"].map(
    (part) => `${name}${part}`,
  );
}

/** What the scores of all lines say around some of them; a line that was not scored counts as `0`. */
export function scoreContext(context: LineContext, scores: Float32Array, lines: ArrayLike<number>): Float32Array[] {
  const { count } = context;
  const above = sumsOf(scores);
  let most = 0;
  for (const score of scores) most = Math.max(most, score);
  const mean = (from: number, to: number): number => (to > from ? (above[to]! - above[from]!) / (to - from) : -1);
  const at =
    (by: number): Measure =>
    (c, i) =>
      c.at(scores, i + by);
  const measures: Measure[] = [
    at(0),
    ...REACH.map(at),
    (c, i) => mean(runFrom(c, i), runTo(c, i)),
    (c, i) => mean(runFrom(c, i), i),
    (c, i) => mean(i + 1, runTo(c, i)),
    (_, i) => mean(Math.max(0, i - 5), Math.min(count, i + 6)),
    (_, i) => above[i]!,
    (_, i) => above[count]! - above[i + 1]!,
    () => most,
  ];
  return measures.map((measure) => Float32Array.from(lines, (i) => measure(context, i)));
}
