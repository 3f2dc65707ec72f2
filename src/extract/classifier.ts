import { readFileSync } from "node:fs";
import type { PageType } from "../core/document.ts";
import { BoostedTrees, probability } from "../scoring/boosted-trees.ts";
import type { HashedWeightsData } from "../scoring/hashed-weights.ts";
import type { TreesData } from "../scoring/trees-data.ts";
import type { FeatureInput, PageAbout } from "./features/feature-group.ts";
import { FEATURES, measureFeatures } from "./features/measure-features.ts";
import { contextNames, scoreContext } from "./features/score-context.ts";
import { LexicalModel } from "./lexical-score.ts";
import type { MeasuredPage } from "./page-measures.ts";
import { PAGE_SIGNS, pageSigns } from "./page-signs.ts";

/** What models/extract/train.py writes. */
interface ClassifierData {
  readonly lexical: HashedWeightsData;
  readonly first: TreesData;
  readonly second: TreesData;
  readonly types: Readonly<Record<PageType, TreesData>>;
  readonly quality: TreesData;
  /** Where pages of a type are cut, if not at the optimum for independent blocks; see {@link expectedF1}. */
  readonly parts: Readonly<Partial<Record<PageType, number>>>;
}

/** What the classifier says of a page. */
export interface Verdict {
  /** How likely each block is main content, 0 to 1. */
  readonly scores: Float64Array;
  /** Where such a page is best cut, as in {@link expectedF1}. */
  readonly part: number;
  readonly pageType: PageType;
  /** The F1 that a cut at `part` is expected to have, 0 to 1. */
  readonly confidence: number;
}

/** The learned block classifier: three scores, each made from the one before. */
export class Classifier {
  private readonly lexical: LexicalModel;
  /** Names of the inputs of both block models. */
  private readonly wanted: ReadonlySet<string>;
  private readonly first: BoostedTrees;
  private readonly second: BoostedTrees;
  private readonly types: readonly (readonly [PageType, BoostedTrees])[];
  private readonly quality: BoostedTrees;
  private readonly parts: ClassifierData["parts"];

  constructor(data: ClassifierData) {
    this.lexical = new LexicalModel(data.lexical);
    this.first = new BoostedTrees(data.first);
    this.second = new BoostedTrees(data.second);
    this.wanted = new Set([...data.first.inputs, ...data.second.inputs]);
    this.types = Object.entries(data.types).map(([type, trees]) => [type as PageType, new BoostedTrees(trees)]);
    this.quality = new BoostedTrees(data.quality);
    this.parts = data.parts;
  }

  /** Judges a page with at least one block; `part` as in {@link expectedF1}, for what is kept before the type is known. */
  judge(page: MeasuredPage, about: PageAbout, part: number): Verdict {
    const input: FeatureInput = { ...page, about };
    const scores = this.score(input);
    const signs = new NamedColumns();
    signs.add(PAGE_SIGNS, pageSigns(input, scores, part));
    const odds = ([type, trees]: readonly [PageType, BoostedTrees]) =>
      [trees.score(signs.of(trees.inputs))[0]!, type] as const;
    const [, pageType] = this.types.map(odds).reduce((best, next) => (next[0] > best[0] ? next : best));
    const confidence = probability(this.quality.score(signs.of(this.quality.inputs))[0]!);
    return { scores, pageType, part: this.parts[pageType] ?? part, confidence };
  }

  private score(input: FeatureInput): Float64Array {
    const columns = new NamedColumns();
    columns.add(FEATURES, measureFeatures(input, this.wanted));
    const lexical = this.lexical.score(input).map(probability);
    columns.add(contextNames("lexical"), scoreContext(lexical, input));
    const first = this.first.score(columns.of(this.first.inputs));
    columns.add(contextNames("first"), scoreContext(first.map(probability), input));
    const second = this.second.score(columns.of(this.second.inputs));
    return first.map((score, b) => probability((score + second[b]!) / 2));
  }
}

/** Columns by the names that models ask for them by. */
class NamedColumns {
  private readonly columns = new Map<string, Float32Array>();

  add(names: readonly string[], columns: readonly Float32Array[]): void {
    for (const [i, name] of names.entries()) this.columns.set(name, columns[i]!);
  }

  of(names: readonly string[]): readonly Float32Array[] {
    return names.map((name) => {
      const column = this.columns.get(name);
      if (!column) throw new RangeError(`the model asks for "${name}", which is not measured`);
      return column;
    });
  }
}

let loaded: Classifier | undefined;

/** The classifier that comes with dehusk; read on the first page. */
export function ownClassifier(): Classifier {
  loaded ??= new Classifier(
    JSON.parse(readFileSync(new URL("../../models/extract/model.json", import.meta.url), "utf8")) as ClassifierData,
  );
  return loaded;
}
