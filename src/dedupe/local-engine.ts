import type { CorpusStage, Drop, Finding } from "../core/corpus-stage.ts";
import type { FactTable } from "./fact-table.ts";
import { visitKeyGroups } from "./key-groups.ts";
import { compareUnits, UnitMap } from "./unit-map.ts";

/**
 * Runs corpus stages one after the other, each over all its facts in memory: `tableOf(i)` is asked for when it is the turn
 * of `stages[i]`, so that no more than one table is held. What an
 * earlier stage dropped, and every block of a document it dropped, is out of the game for the later ones. The result is
 * in canonical order and the same for facts in any order.
 */
export function decideLocally(stages: readonly CorpusStage[], tableOf: (stage: number) => FactTable): Drop[] {
  const dropped = new UnitMap<Drop>();
  const drops: Drop[] = [];
  for (const [i, stage] of stages.entries()) {
    for (const drop of stage.settle(findingsOf(stage, tableOf(i), dropped))) {
      dropped.set(drop, drop);
      drops.push(drop);
    }
  }
  return drops.map((drop) => withStaying(drop, dropped)).sort(compareUnits);
}

function findingsOf(stage: CorpusStage, table: FactTable, dropped: UnitMap<Drop>): Finding[] {
  const findings: Finding[] = [];
  const present = (fact: number): boolean =>
    dropped.get({ document: table.documents[fact]!, block: table.blocks[fact]! }) === undefined;
  visitKeyGroups(table, dropped.isEmpty ? () => true : present, ({ key, members }) => {
    for (const finding of stage.compare(members, key)) findings.push(finding);
  });
  return findings.sort(
    (a, b) => compareUnits(a.second, b.second) || compareUnits(a.first ?? a.second, b.first ?? b.second),
  );
}

/**
 * The kept one of an early stage can be dropped by a later stage; then what that one stands back for is what stays. As
 * the early stage for blocks drops identical ones only, the last score of the way is the score of the whole way.
 */
function withStaying(drop: Drop, dropped: UnitMap<Drop>): Drop {
  if (!("keptInstead" in drop) || drop.block < 0) return drop;
  const next = dropped.get(drop.keptInstead);
  const staying = next && withStaying(next, dropped);
  if (!staying || !("keptInstead" in staying)) return drop;
  const { keptInstead, score } = staying;
  return { ...drop, keptInstead, score: Math.min(score, drop.score) };
}
