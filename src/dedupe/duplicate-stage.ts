import type { CorpusStage } from "../core/corpus-stage.ts";
import type { Rule } from "../core/rule.ts";
import type { ShingledUnit } from "./shingle-fact.ts";

/** How a stage judges two units. All functions are symmetric, and exact in whole numbers. */
export interface Likeness {
  /** The cheap look before: false only when `shared` would be 0. */
  mayBeAlike(a: ShingledUnit, b: ShingledUnit): boolean;
  /** What the two have in common; 0 when they are not alike. */
  shared(a: ShingledUnit, b: ShingledUnit): number;
  /** What alike units that share so much hold together. */
  union(a: ShingledUnit, b: ShingledUnit, shared: number): number;
}

/**
 * A stage that lets a unit go when an earlier one that stays is like it. Its facts are those of `shingleFact`: a set of
 * shingles, by which units are looked up, and what else the likeness compares.
 */
export interface DuplicateStage extends CorpusStage {
  readonly rule: Rule;
  /** How many of its shingles a unit of so many shingles and words has to be looked up by so that no like one is missed. */
  prefix(shingles: number, words: number): number;
  readonly likeness: Likeness;
}
