import type { Fact, Pair } from "../core/corpus-stage.ts";
import { firstCommon } from "../text/similarity.ts";
import { LeaderIndex } from "./leader-index.ts";
import { readUnit, type ShingledUnit, shingleOfKey } from "./shingle-fact.ts";

/** How a stage judges two units. Both functions are symmetric. */
export interface Likeness {
  /** The cheap look before: false only when `score` would be 0. */
  mayBeAlike(a: ShingledUnit, b: ShingledUnit): boolean;
  /** 0 when the two are not alike. */
  score(a: ShingledUnit, b: ShingledUnit): number;
}

/** Members from which a group is compared with its leaders only. */
export const LARGE_GROUP = 256;

/**
 * The verified pairs of one key's group, in canonical order of the second unit. Units that share several keys meet
 * several times; a pair is given in the group of the smallest shingle it shares, which is a key of both, and nowhere else.
 */
export function compareGroup(group: readonly Fact[], key: number, likeness: Likeness): Pair[] {
  const units = group.map(readUnit);
  return units.length > LARGE_GROUP ? compareWithLeaders(units, key, likeness) : compareAll(units, key, likeness);
}

function compareAll(units: readonly ShingledUnit[], key: number, likeness: Likeness): Pair[] {
  const pairs: Pair[] = [];
  for (let j = 1; j < units.length; j++) {
    const second = units[j]!;
    for (let i = 0; i < j; i++) {
      const first = units[i]!;
      if (!comparable(first, second, likeness) || !meetFirstAt(first, second, key)) continue;
      const score = likeness.score(first, second);
      if (score > 0) pairs.push({ first: first.fact, second: second.fact, score });
    }
  }
  return pairs;
}

/**
 * A leader is a unit that no earlier leader of the group is like. Later members are compared with a bounded number of
 * leaders, so that a template a hundred thousand pages share costs time in proportion to them and not to their square.
 * This can only keep more: every pair it gives is verified as any other, and a pair it leaves out drops nothing.
 */
function compareWithLeaders(units: readonly ShingledUnit[], key: number, likeness: Likeness): Pair[] {
  const pairs: Pair[] = [];
  const leaders = new LeaderIndex(key);
  for (const second of units) {
    let led = false;
    for (const first of leaders.candidates(second)) {
      // A shared boilerplate paragraph brings the same units together under each of its shingles: score them once.
      if (!comparable(first, second, likeness) || !meetFirstAt(first, second, key)) continue;
      const score = likeness.score(first, second);
      if (score === 0) continue;
      led = true;
      pairs.push({ first: first.fact, second: second.fact, score });
    }
    if (!led) leaders.add(second);
  }
  return pairs;
}

/** Equal numbers are the guard on information: texts that differ in a number both stay. */
function comparable(a: ShingledUnit, b: ShingledUnit, likeness: Likeness): boolean {
  return a.numbers === b.numbers && likeness.mayBeAlike(a, b);
}

function meetFirstAt(a: ShingledUnit, b: ShingledUnit, key: number): boolean {
  return firstCommon(a.shingles, b.shingles) === shingleOfKey(a, key);
}
