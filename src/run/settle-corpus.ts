import type { CorpusStage } from "../core/corpus-stage.ts";
import type { CorpusDrops } from "../dedupe/corpus-drops.ts";
import { decide } from "../dedupe/decide.ts";
import type { DraftStore } from "./draft-store.ts";
import { Spool } from "./spool.ts";

/** Memory that deciding may use beside its tables, in bytes, where nobody says. */
const DEFAULT_MEMORY = 512 * 2 ** 20;

/** What {@link settleCorpus} works with. */
export interface CorpusRoom {
  /** In bytes; the default when left out. */
  readonly memory?: number;
  /** Folder for what does not fit. */
  readonly temporaryFolder: string;
}

/** Decides what the stages take; `arrivals[place]` is the arrival number of the document at a place in canonical order. */
export function settleCorpus(
  stages: readonly CorpusStage[],
  store: DraftStore,
  arrivals: readonly number[],
  { memory = DEFAULT_MEMORY, temporaryFolder }: CorpusRoom,
): CorpusDrops {
  const scratch = Spool.open(temporaryFolder);
  try {
    return decide(stages, (stage) => store.factsOf(stage, arrivals), { memory, scratch });
  } finally {
    scratch.close();
  }
}
