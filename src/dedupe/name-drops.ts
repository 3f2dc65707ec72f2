import type { Drop } from "../core/corpus-stage.ts";
import type { BlockDrop } from "./apply-drops.ts";

/** Drops by the document they fall in, with the kept one named by its id as the ledger wants it. */
export function nameDrops(drops: readonly Drop[], idOf: (document: number) => string): Map<number, BlockDrop[]> {
  const byDocument = new Map<number, BlockDrop[]>();
  for (const drop of drops) {
    const named = nameDrop(drop, idOf);
    const { document } = drop;
    const list = byDocument.get(document);
    if (list) list.push(named);
    else byDocument.set(document, [named]);
  }
  return byDocument;
}

function nameDrop(drop: Drop, idOf: (document: number) => string): BlockDrop {
  const { block, rule } = drop;
  if (!("keptInstead" in drop)) return { block, rule, repeats: drop.repeats };
  const { keptInstead, score } = drop;
  const paragraph = keptInstead.block < 0 ? {} : { paragraph: keptInstead.block };
  return { block, rule, keptInstead: { document: idOf(keptInstead.document), ...paragraph, score } };
}
