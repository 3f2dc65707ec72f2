import type { BlockTable } from "../block-table.ts";
import type { ElementTable } from "../element-table.ts";
import type { Measures } from "../measures.ts";
import type { Outline } from "../outline.ts";

/** What a page says of itself, as far as a feature compares it with the blocks. */
export interface PageAbout {
  readonly url?: string;
  readonly title?: string;
  readonly description?: string;
  /** The article as JSON-LD repeats it. */
  readonly body?: string;
  /** Type names of JSON-LD and OpenGraph, and the generator, in lower case. */
  readonly types: ReadonlySet<string>;
}

/** Everything the features of a page are measured on. */
export interface FeatureInput {
  readonly outline: Outline;
  readonly blocks: BlockTable;
  readonly measures: Measures;
  readonly elements: ElementTable;
  readonly about: PageAbout;
}

/** Some features that are measured together; `fill` writes one column a name, one row a block. */
export interface FeatureGroup {
  readonly names: readonly string[];
  /**
   * Columns that nobody asks for are all one and the same, `spare`: what is written there is lost, and a group may spare
   * itself the work where that is plain to see.
   */
  fill(input: FeatureInput, columns: readonly Float32Array[], spare?: Float32Array): void;
}

/** Makes a group whose features are each a plain expression of the block. */
export function perBlock(
  features: Readonly<Record<string, (input: FeatureInput, block: number) => number>>,
): FeatureGroup {
  const measures = Object.values(features);
  return {
    names: Object.keys(features),
    fill(input, columns, spare) {
      for (const [i, measure] of measures.entries()) {
        const column = columns[i]!;
        if (column === spare) continue;
        for (let b = 0; b < column.length; b++) column[b] = measure(input, b);
      }
    },
  };
}

/** `part` of `whole`; 0 of nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
