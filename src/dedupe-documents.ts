import type { Cleaned } from "./core/cleaned.ts";
import { applyDrops } from "./dedupe/apply-drops.ts";
import { corpusStages } from "./dedupe/corpus-stages.ts";
import { decideOver } from "./dedupe/decide-over.ts";
import { nameDrops } from "./dedupe/name-drops.ts";

/** What is left of a document beside the others. */
export interface Deduped<Document extends Cleaned> {
  /** The document as it was given. */
  readonly document: Document;
  readonly cleaned: Cleaned;
  /** Another one stays in its place; its ledger says which. */
  readonly dropped: boolean;
}

/**
 * Takes identical and near-identical paragraphs and near-copies out of a set of cleaned documents. Their order is the
 * order of precedence: the first of two alike stays. `idOf` names a document in the ledger; by default that is its index.
 */
export function dedupe<Document extends Cleaned>(
  documents: readonly Document[],
  idOf: (document: Document, index: number) => string = (_, index) => String(index),
): Deduped<Document>[] {
  const drops = decideOver(documents, corpusStages);
  const nameOf = (index: number): string => idOf(documents[index]!, index);
  return documents.map((document, index) => {
    const own = nameDrops(drops, index, nameOf);
    const cleaned = applyDrops(document, own);
    return { document, cleaned, dropped: own.length > 0 && cleaned.blocks.length === 0 };
  });
}
