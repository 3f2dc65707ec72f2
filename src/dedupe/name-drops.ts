import type { Drop } from "../core/corpus-stage.ts";
import type { BlockDrop } from "./apply-drops.ts";
import type { CorpusDrops } from "./corpus-drops.ts";

/** What goes of a document, with the kept one named by its id as the ledger wants it. */
export function nameDrops(drops: CorpusDrops, document: number, idOf: (document: number) => string): BlockDrop[] {
  return drops.of(document).map((drop) => nameDrop(drop, idOf));
}

function nameDrop(drop: Drop, idOf: (document: number) => string): BlockDrop {
  const { block, rule } = drop;
  if (!("keptInstead" in drop)) return { block, rule, repeats: drop.repeats };
  const { keptInstead, shared, union } = drop;
  const paragraph = keptInstead.block < 0 ? {} : { paragraph: keptInstead.block };
  const kept = { document: idOf(keptInstead.document), ...paragraph, score: shared / union, shared, union };
  return { block, rule, keptInstead: kept };
}
