import type { DuplicateDrop, Pair } from "../core/corpus-stage.ts";
import type { Rule } from "../core/rule.ts";
import { UnitMap } from "./unit-map.ts";

/**
 * The greedy leader: a unit goes only when an earlier unit that itself stays is verified to be like it. Never the
 * transitive closure, which on real pages removed units that resemble nothing kept. Because pairs come in the order of
 * their second unit, the fate of every first unit is settled before it is asked for.
 */
export function greedyLeader(pairs: readonly Pair[], rule: Rule): DuplicateDrop[] {
  const dropped = new UnitMap<true>();
  const drops: DuplicateDrop[] = [];
  for (const { first, second, score } of pairs) {
    if (dropped.get(second) || dropped.get(first)) continue;
    dropped.set(second, true);
    drops.push({ document: second.document, block: second.block, rule, keptInstead: first, score });
  }
  return drops;
}
