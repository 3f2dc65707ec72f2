import type { Cleaned } from "./cleaned.ts";
import type { Repeats } from "./repeats.ts";
import type { Rule } from "./rule.ts";

/** Where a unit of comparison stands: a document by its place in canonical order, and a block of it or the whole. */
export interface UnitPlace {
  readonly document: number;
  /** Index in the document's blocks; -1 for the whole document. */
  readonly block: number;
}

/** What leaves a document for a corpus stage: a few keys to meet others by, and the integers to compare. */
export interface Fact extends UnitPlace {
  readonly keys: Uint32Array;
  readonly data: Uint32Array;
}

/** Two units that a stage found alike; `first` comes before `second` in canonical order. */
export interface Pair {
  readonly first: UnitPlace;
  readonly second: UnitPlace;
  /** 0 to 1. */
  readonly score: number;
}

/** A block or a whole document that goes because another stays. */
export interface DuplicateDrop extends UnitPlace {
  readonly rule: Rule;
  readonly keptInstead: UnitPlace;
  readonly score: number;
}

/** A block that goes because its like stands on many pages of its source. */
export interface FurnitureDrop extends UnitPlace {
  readonly rule: Rule;
  readonly repeats: Repeats;
}

export type Drop = DuplicateDrop | FurnitureDrop;

/** Anything that a stage found out about a unit from the facts of one key; a {@link Pair} names the unit second. */
export interface Finding {
  readonly second: UnitPlace;
  readonly first?: UnitPlace;
}

/**
 * Sees every document's facts and nothing else. `compare` gets all facts of one key, in canonical order, so the same
 * stage runs over a local sorter and over a distributed engine's shuffle; `settle` gets every finding that came of it.
 */
export interface CorpusStage<Found extends Finding = Finding> {
  readonly name: string;
  readonly rules: readonly Rule[];
  /** `source` names what the document belongs to: the host of its address, or the folder it lies in. */
  facts(cleaned: Cleaned, source: string): Iterable<Omit<Fact, "document">>;
  compare(group: readonly Fact[], key: number): Iterable<Found>;
  /** `findings` in canonical order of `second`, then `first`. */
  settle(findings: readonly Found[]): Iterable<Drop>;
}
