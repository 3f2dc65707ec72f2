import type { CorpusStage, Drop, GroupStage } from "../core/corpus-stage.ts";
import { CorpusDrops } from "./corpus-drops.ts";
import { type DropList, ObjectDrops } from "./drop-list.ts";
import type { DuplicateStage } from "./duplicate-stage.ts";
import { type FactSource, withoutDropped } from "./fact-source.ts";
import { type EngineRoom, findDuplicates } from "./find-duplicates.ts";
import { visitGroups } from "./visit-groups.ts";

/** All the memory that there is, for documents that are there already. */
const IN_MEMORY: EngineRoom = { memory: Number.POSITIVE_INFINITY };

/**
 * Runs corpus stages one after the other; `factsOf(i)` is asked for when it is the turn of `stages[i]`. What an earlier
 * stage dropped, and every block of a document it dropped, is out of the game for the later ones. The result depends on
 * the facts alone: it is the same for any room.
 */
export function decide(
  stages: readonly CorpusStage[],
  factsOf: (stage: number) => FactSource,
  room: EngineRoom = IN_MEMORY,
): CorpusDrops {
  const lists: DropList[] = [];
  let unsearched = 0;
  for (const [i, stage] of stages.entries()) {
    const source = withoutDropped(factsOf(i), lists);
    if (isGroupStage(stage)) {
      lists.push(findGroups(stage, source, room));
      continue;
    }
    const found = findDuplicates(stage as DuplicateStage, source, room);
    lists.push(found.drops);
    unsearched += found.unsearched;
  }
  return new CorpusDrops(lists, unsearched);
}

function isGroupStage(stage: CorpusStage): stage is GroupStage {
  return "compare" in stage;
}

function findGroups(stage: GroupStage, source: FactSource, room: EngineRoom): DropList {
  const drops: Drop[] = [];
  visitGroups(stage, source, room, (group) => {
    for (const drop of stage.compare(group)) drops.push(drop);
  });
  return new ObjectDrops(drops);
}
