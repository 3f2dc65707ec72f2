import type { LineShapes } from "./line-shapes.ts";
import { topicOverlap } from "./topic-overlap.ts";

/** Looks of which means over runs of lines are taken. */
export const RUN_SHAPES = ["size", "capitalised", "digits", "small", "endsStop", "separators", "kind"] as const;

/** What a line without prose costs the stretch that is looked for as the text proper, in words. */
const SHORT_COST = 8;

/** Where the lines of a document stand: in sums up to each line, in runs of lines without prose, around the text proper. */
export class LineContext {
  readonly shapes: LineShapes;
  readonly count: number;
  /** Words above each line; the last entry is all of them. The same for words of prose, and for lines of prose. */
  readonly sizeAbove: Float64Array;
  readonly proseAbove: Float64Array;
  readonly proseLinesAbove: Int32Array;
  /** Next line of prose above and below each line; -1 and the number of lines where there is none. */
  readonly proseBefore: Int32Array;
  readonly proseAfter: Int32Array;
  /** The stretch that holds most prose for its short lines: first and last line. */
  readonly bestFrom: number;
  readonly bestTo: number;
  /** How many lines have the same words. */
  readonly copies: Map<number, number> = new Map();
  /** Means over the lines without prose. */
  readonly shortSize: number;
  readonly shortStops: number;
  readonly shortCapitalised: number;
  /** Columns of {@link topicOverlap}. */
  readonly overlaps: readonly Float32Array[];
  /** Sums of each of {@link RUN_SHAPES} up to each line, and of the shared topics. */
  private readonly sums: readonly Float64Array[];

  constructor(shapes: LineShapes) {
    this.shapes = shapes;
    const { count, prose, columns, template } = shapes;
    const { size, endsStop, capitalised } = columns;
    this.count = count;
    this.sizeAbove = new Float64Array(count + 1);
    this.proseAbove = new Float64Array(count + 1);
    this.proseLinesAbove = new Int32Array(count + 1);
    this.proseBefore = new Int32Array(count);
    this.proseAfter = new Int32Array(count);
    let [before, short, stops, capitals] = [-1, 0, 0, 0];
    let [best, bestFrom, bestTo, sum, from] = [0, 0, -1, 0, 0];
    for (let i = 0; i < count; i++) {
      const own = size[i]!;
      const isProse = prose[i]!;
      this.sizeAbove[i + 1] = this.sizeAbove[i]! + own;
      this.proseAbove[i + 1] = this.proseAbove[i]! + isProse * own;
      this.proseLinesAbove[i + 1] = this.proseLinesAbove[i]! + isProse;
      this.proseBefore[i] = before;
      this.copies.set(template[i]!, (this.copies.get(template[i]!) ?? 0) + 1);
      if (isProse) before = i;
      else {
        short += own;
        stops += endsStop[i]!;
        capitals += capitalised[i]!;
      }
      if (sum <= 0) [sum, from] = [0, i];
      sum += isProse ? own : -SHORT_COST;
      if (sum > best) [best, bestFrom, bestTo] = [sum, from, i];
    }
    for (let i = count - 1, after = count; i >= 0; i--) {
      this.proseAfter[i] = after;
      if (prose[i]) after = i;
    }
    this.bestFrom = bestFrom;
    this.bestTo = bestTo;
    const lines = Math.max(1, count - this.proseLinesAbove[count]!);
    this.shortSize = short / lines;
    this.shortStops = stops / lines;
    this.shortCapitalised = capitals / lines;
    this.overlaps = topicOverlap(shapes);
    this.sums = [...RUN_SHAPES.map((shape) => columns[shape]), this.overlaps[1]!].map(sumsOf);
  }

  /** The mean of one of {@link RUN_SHAPES} over the run of lines without prose around a line. */
  runMean(shape: number, i: number): number {
    const [from, to] = [this.proseBefore[i]! + 1, this.proseAfter[i]!];
    return (this.sums[shape]![to]! - this.sums[shape]![from]!) / (to - from);
  }

  /** A column's value at a line; -1 outside of the document. */
  at(column: ArrayLike<number>, i: number): number {
    return i >= 0 && i < this.count ? column[i]! : -1;
  }
}

/** Sums of a column up to each line; the last entry is that of all. */
export function sumsOf(column: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(column.length + 1);
  for (let i = 0; i < column.length; i++) sums[i + 1] = sums[i]! + column[i]!;
  return sums;
}
