import type { Cleaned } from "./cleaned.ts";
import type { Repeats } from "./repeats.ts";
import type { Rule } from "./rule.ts";

/** Where a unit of comparison stands: a document by its place in canonical order, and a block of it or the whole. */
export interface UnitPlace {
  readonly document: number;
  /** Index in the document's blocks; -1 for the whole document. */
  readonly block: number;
}

/** What leaves a document for a corpus stage: integers to compare. */
export interface Fact extends UnitPlace {
  readonly data: Uint32Array;
}

/** A block or a whole document that goes because another stays. */
export interface DuplicateDrop extends UnitPlace {
  readonly rule: Rule;
  readonly keptInstead: UnitPlace;
  /** What the two share, and what they hold together: their ratio is the score. Whole numbers, exact everywhere. */
  readonly shared: number;
  readonly union: number;
}

/** A block that goes because its like stands on many pages of its source. */
export interface FurnitureDrop extends UnitPlace {
  readonly rule: Rule;
  readonly repeats: Repeats;
}

export type Drop = DuplicateDrop | FurnitureDrop;

/** Sees every document's facts and nothing else. What it decides depends on them and on the order of documents. */
export interface CorpusStage {
  readonly name: string;
  readonly rules: readonly Rule[];
  /** In order of their blocks. `source` names what the document belongs to: the host of its address, or its folder. */
  facts(cleaned: Cleaned, source: string): Iterable<Omit<Fact, "document">>;
}

/** A stage that looks at all facts of one key together; `group` is in canonical order. */
export interface GroupStage extends CorpusStage {
  keyOf(data: Uint32Array): number;
  compare(group: readonly Fact[]): Iterable<FurnitureDrop>;
}
