import type { Drop } from "../core/corpus-stage.ts";
import { compareUnits, type DropList } from "./drop-list.ts";

/** What the corpus stages took between them. */
export class CorpusDrops {
  /** Units for which the search for a like one was cut short, because too many others have their keys. */
  readonly unsearched: number;
  private readonly lists: readonly DropList[];

  constructor(lists: readonly DropList[], unsearched: number) {
    this.lists = lists;
    this.unsearched = unsearched;
  }

  /** What goes of a document, the whole of it before its blocks. */
  of(document: number): Drop[] {
    const drops: Drop[] = [];
    for (const [i, list] of this.lists.entries()) {
      for (let at = list.firstOf(document); at < list.length && list.documentAt(at) === document; at++)
        drops.push(this.withStaying(list.drop(at), i));
    }
    return drops.sort(compareUnits);
  }

  /** All of them, in canonical order. */
  all(): Drop[] {
    const drops = this.lists.flatMap((list, i) =>
      Array.from({ length: list.length }, (_, at) => this.withStaying(list.drop(at), i)),
    );
    return drops.sort(compareUnits);
  }

  /**
   * The kept one of an early stage can be dropped by a later stage; then what that one stands back for is what stays. As
   * the early stage for blocks drops identical ones only, what the last two share is what the first and the last do.
   */
  private withStaying(drop: Drop, stage: number): Drop {
    if (!("keptInstead" in drop) || drop.block < 0) return drop;
    let staying = drop;
    for (const list of this.lists.slice(stage + 1)) {
      const at = list.find(staying.keptInstead);
      const next = at < 0 ? undefined : list.drop(at);
      if (!next || !("keptInstead" in next)) continue;
      const { keptInstead, shared, union } = next;
      staying = { ...staying, keptInstead, shared, union };
    }
    return staying;
  }
}
