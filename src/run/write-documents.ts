import { setImmediate } from "node:timers/promises";
import { toRecord } from "../core/record.ts";
import { applyDrops, type BlockDrop, isDuplicate } from "../dedupe/apply-drops.ts";
import { guardFurniture } from "../learn/guard-furniture.ts";
import { type Draft, decodeDraft, encodeDraft, encodeLedger } from "./draft.ts";
import type { DraftStore, StoredDraft } from "./draft-store.ts";
import type { CleanRun } from "./run-options.ts";
import { countRecord, countRemoved } from "./tally.ts";

/** What was written, and what the corpus stages took. */
export interface WrittenCounts {
  /** Lines of documents.jsonl. */
  documents: number;
  /** Documents that went as a whole. */
  duplicates: number;
  /** Paragraphs of documents that stay. */
  droppedParagraphs: number;
}

/** What is decided of one document when all have been seen. */
export interface Verdict {
  readonly id: string;
  readonly drops: readonly BlockDrop[];
}

type Lines = Pick<Draft, "record" | "ledger">;

/** Documents between two moments at which a signal can be heard: nothing here waits for anything else. */
const DOCUMENTS_A_TURN = 256;

/** Writes documents and ledger in canonical order; a draft that stays as it is is copied byte by byte. */
export async function writeDocuments(
  store: DraftStore,
  drafts: readonly StoredDraft[],
  verdictOf: (place: number) => Verdict,
  { output, signal }: Pick<CleanRun, "output" | "signal">,
): Promise<WrittenCounts> {
  const counts: WrittenCounts = { documents: 0, duplicates: 0, droppedParagraphs: 0 };
  for (const [place, stored] of drafts.entries()) {
    if (place % DOCUMENTS_A_TURN === 0) await setImmediate();
    signal?.throwIfAborted();
    const verdict = verdictOf(place);
    const isSame = verdict.drops.length === 0 && verdict.id === stored.id;
    const { record, ledger } = isSame ? store.read(stored) : rewrite(store, stored, verdict, counts);
    if (record.length > 0) counts.documents++;
    await output.write("documents.jsonl", record);
    await output.write("ledger.jsonl", ledger);
  }
  return counts;
}

/** The lines of a document that loses something or changes its id; one that goes as a whole has no record line. */
function rewrite(store: DraftStore, stored: StoredDraft, verdict: Verdict, counts: WrittenCounts): Lines {
  const { id } = verdict;
  const { record, cleaned } = decodeDraft(store.read(stored));
  const { drops, flags } = guardFurniture(cleaned.blocks, verdict.drops);
  const own = id === record.id ? cleaned.flags : [...cleaned.flags, "duplicate-id"];
  const left = applyDrops({ ...cleaned, flags: [...own, ...flags] }, drops);
  countRecord(store.tally, record, -1);
  if (left.blocks.length === 0) {
    counts.duplicates++;
    countRemoved(store.tally, toRecord(left, id, record.source));
    return { record: Buffer.alloc(0), ledger: Buffer.from(encodeLedger(id, left)) };
  }
  const duplicates = drops.filter(isDuplicate).length;
  counts.droppedParagraphs += duplicates;
  const rewritten = toRecord(left, id, record.source, duplicates);
  countRecord(store.tally, rewritten);
  const { record: line, ledger } = encodeDraft(rewritten, left);
  return { record: Buffer.from(line), ledger: Buffer.from(ledger) };
}
