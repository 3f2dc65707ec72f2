import { readFileSync } from "node:fs";
import type { InputKind } from "../core/input-kind.ts";
import { BoostedTrees, probability } from "../scoring/boosted-trees.ts";
import { HashedWeights, type HashedWeightsData } from "../scoring/hashed-weights.ts";
import type { TreesData } from "../scoring/trees-data.ts";
import type { LineContext } from "./line-context.ts";
import { contextNames, measureLines, scoreContext } from "./line-features.ts";
import { BUCKETS } from "./term-list.ts";

/** What models/lines/train_judge.py writes. */
export interface LineModelData {
  /** What the words of a line say: learned from nearly clean documents, and from all text of pages. */
  readonly lexical: HashedWeightsData;
  readonly wide: HashedWeightsData;
  readonly first: TreesData;
  readonly second: TreesData;
}

/** Scores lines as furniture: by their words, then by their looks and places, then by the scores around them. */
export class LineModel {
  private readonly words: readonly (readonly [name: string, weights: HashedWeights])[];
  private readonly first: BoostedTrees;
  private readonly second: BoostedTrees;
  /** Names of the inputs of both. */
  private readonly wanted: ReadonlySet<string>;

  constructor({ lexical, wide, first, second }: LineModelData) {
    this.words = [
      ["lexical", new HashedWeights(lexical, BUCKETS)],
      ["wide", new HashedWeights(wide, BUCKETS)],
    ];
    this.first = new BoostedTrees(first);
    this.second = new BoostedTrees(second);
    this.wanted = new Set([...first.inputs, ...second.inputs]);
  }

  /** How likely each of some lines is furniture, 0 to 1; at least one line is asked for. */
  score(context: LineContext, lines: readonly number[]): Float64Array {
    const columns = measureLines(context, lines, this.wanted);
    const add = (names: readonly string[], more: readonly Float32Array[]): void => {
      for (const [i, name] of names.entries()) columns.set(name, more[i]!);
    };
    const of = ({ inputs }: BoostedTrees): Float32Array[] =>
      inputs.map((name) => {
        const column = columns.get(name);
        if (!column) throw new RangeError(`the model asks for "${name}", which is not measured`);
        return column;
      });
    for (const [name, weights] of this.words)
      add(contextNames(name), around(context, lines, wordScores(context, lines, weights)));
    const first = this.first.score(of(this.first));
    add(contextNames("first"), around(context, lines, first.map(probability)));
    const second = this.second.score(of(this.second));
    return first.map((score, k) => probability((score + second[k]!) / 2));
  }
}

function around(context: LineContext, lines: readonly number[], scores: Float64Array): Float32Array[] {
  const all = new Float32Array(context.count);
  for (const [k, i] of lines.entries()) all[i] = scores[k]!;
  return scoreContext(context, all, lines);
}

function wordScores({ shapes }: LineContext, lines: readonly number[], weights: HashedWeights): Float64Array {
  const { terms, starts } = shapes.terms;
  return Float64Array.from(lines, (i) => {
    const [from, to] = [starts[i]!, starts[i + 1]!];
    return probability(weights.bias + weights.sum(terms, from, to) / Math.sqrt(to - from + 1));
  });
}

const loaded = new Map<InputKind, LineModel>();

/** The models that come with dehusk; each is read when it is first asked for. */
export function lineModel(kind: InputKind): LineModel {
  let model = loaded.get(kind);
  if (!model) {
    const file = new URL(`../../models/lines/${kind}.json`, import.meta.url);
    model = new LineModel(JSON.parse(readFileSync(file, "utf8")) as LineModelData);
    loaded.set(kind, model);
  }
  return model;
}
