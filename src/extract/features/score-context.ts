import type { BlockTable } from "../block-table.ts";
import type { ElementTable } from "../element-table.ts";
import type { Measures } from "../measures.ts";
import type { Outline } from "../outline.ts";
import { columnsOf } from "./columns.ts";
import { widerElements } from "./wider-elements.ts";

const OFFSETS = [-4, -3, -2, -1, 1, 2, 3, 4];
const WINDOWS = [4, 8, 25];
const LEVELS = 8;

const NAMES: readonly string[] = [
  ...OFFSETS.map((offset) => `@${offset}`),
  ...WINDOWS.map((size) => `around${size}`),
  ...Array.from({ length: LEVELS }, (_, level) => `up${level + 1}`),
  ...["path", "pathBest", "massBefore", "mass", "afterFirst", "beforeLast", "sinceLast", "fromBest"],
];

/** Names of the columns that {@link scoreContext} makes of a score. */
export function contextNames(score: string): readonly string[] {
  return [score, ...NAMES.map((name) => `${score}:${name}`)];
}

/**
 * A score of each block (0 to 1) and what the same score says of the blocks around it: before and after, in the same
 * elements, on the same path. Means are weighed by words and leave the block itself out.
 */
export function scoreContext(
  score: ArrayLike<number>,
  input: { outline: Outline; blocks: BlockTable; measures: Measures; elements: ElementTable },
): readonly Float32Array[] {
  const context = new ScoreContext(score, input.measures);
  const columns = columnsOf(1 + NAMES.length, score.length);
  columns[0]!.set(score);
  context.fillLine(columns.slice(1, 1 + OFFSETS.length + WINDOWS.length));
  const after = 1 + OFFSETS.length + WINDOWS.length;
  context.fillAncestors(columns.slice(after, after + LEVELS), input);
  context.fillPaths(columns.slice(after + LEVELS, after + LEVELS + 2), input);
  context.fillPlaces(columns.slice(after + LEVELS + 2));
  return columns;
}

class ScoreContext {
  private readonly score: ArrayLike<number>;
  private readonly weight: Float64Array;
  /** Running totals of the weights, and of score × weight. */
  private readonly weights: Float64Array;
  private readonly mass: Float64Array;

  constructor(score: ArrayLike<number>, { words }: Measures) {
    this.score = score;
    this.weight = new Float64Array(score.length);
    this.weights = new Float64Array(score.length + 1);
    this.mass = new Float64Array(score.length + 1);
    for (let b = 0; b < score.length; b++) {
      this.weight[b] = words[b]! + 0.5;
      this.weights[b + 1] = this.weights[b]! + this.weight[b]!;
      this.mass[b + 1] = this.mass[b]! + this.weight[b]! * score[b]!;
    }
  }

  /** Mean over the blocks from..to, block b left out. */
  private meanWithout(b: number, from: number, to: number): number {
    const mass = this.mass[to]! - this.mass[from]! - this.weight[b]! * this.score[b]!;
    const weight = this.weights[to]! - this.weights[from]! - this.weight[b]!;
    return weight < 0.25 ? 0 : mass / weight;
  }

  fillLine(columns: readonly Float32Array[]): void {
    const { score } = this;
    const count = score.length;
    for (const [i, offset] of OFFSETS.entries()) {
      const column = columns[i]!;
      for (let b = 0; b < count; b++) column[b] = b + offset < 0 || b + offset >= count ? -1 : score[b + offset]!;
    }
    for (const [i, size] of WINDOWS.entries()) {
      const column = columns[OFFSETS.length + i]!;
      for (let b = 0; b < count; b++)
        column[b] = this.meanWithout(b, Math.max(0, b - size), Math.min(count, b + size + 1));
    }
  }

  /** Levels are elements that hold more blocks than the one before, as in the features of ancestors. */
  fillAncestors(
    columns: readonly Float32Array[],
    { outline, blocks, elements }: { outline: Outline; blocks: BlockTable; elements: ElementTable },
  ): void {
    const { firstBlock, lastBlock } = elements;
    const wider = widerElements(outline, (rank) => lastBlock[rank]! - firstBlock[rank]!);
    for (let b = 0; b < this.score.length; b++) {
      let rank = blocks.host[b]!;
      for (let level = 0; level < LEVELS; level++) {
        rank = wider[rank]!;
        columns[level]![b] = this.meanWithout(b, firstBlock[rank]!, lastBlock[rank]!);
      }
    }
  }

  fillPaths(
    [mean, best]: readonly Float32Array[],
    { blocks, elements }: { blocks: BlockTable; elements: ElementTable },
  ): void {
    const sums = new Map<number, { weight: number; mass: number; best: number }>();
    for (let b = 0; b < this.score.length; b++) {
      const path = elements.path[blocks.host[b]!]!;
      const sum = sums.get(path) ?? { weight: 0, mass: 0, best: 0 };
      sum.weight += this.weight[b]!;
      sum.mass += this.weight[b]! * this.score[b]!;
      sum.best = Math.max(sum.best, this.score[b]!);
      sums.set(path, sum);
    }
    for (let b = 0; b < this.score.length; b++) {
      const sum = sums.get(elements.path[blocks.host[b]!]!)!;
      const weight = sum.weight - this.weight[b]!;
      mean![b] = weight < 0.25 ? 0 : (sum.mass - this.weight[b]! * this.score[b]!) / weight;
      best![b] = sum.best;
    }
  }

  fillPlaces([before, mass, afterFirst, beforeLast, sinceLast, fromBest]: readonly Float32Array[]): void {
    const count = this.score.length;
    const total = this.mass[count]!;
    let [first, last, best] = [-1, -1, 0];
    for (let b = 0; b < count; b++) {
      if (this.weight[b]! * this.score[b]! > this.weight[best]! * this.score[best]!) best = b;
      if (this.score[b]! <= 0.5) continue;
      if (first < 0) first = b;
      last = b;
    }
    let latest = -1000;
    for (let b = 0; b < count; b++) {
      before![b] = total === 0 ? 0 : this.mass[b]! / total;
      mass![b] = total;
      afterFirst![b] = b - first;
      beforeLast![b] = last - b;
      sinceLast![b] = b - latest;
      fromBest![b] = b - best;
      if (this.score[b]! > 0.5) latest = b;
    }
  }
}
