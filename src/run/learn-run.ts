import type { GroupStage } from "../core/corpus-stage.ts";
import type { Origin } from "../core/record.ts";
import { nearCopies } from "../dedupe/near-copies.ts";
import type { FoundLine } from "../learn/find-furniture.ts";
import { learnPages } from "../learn/learn-pages.ts";
import type { Profile } from "../learn/profile.ts";
import { ProfileWriter } from "../learn/profile-writer.ts";
import { sourceFurniture } from "../learn/source-furniture.ts";
import { sourceName } from "../learn/source-name.ts";
import { listInputs } from "../sources/list-inputs.ts";
import { inCanonicalOrder } from "./canonical-order.ts";
import { cleanInputs, type InputsRun } from "./clean-inputs.ts";
import { decodeDraft } from "./draft.ts";
import { DraftStore, type StoredDraft } from "./draft-store.ts";
import type { CleanRun } from "./run-options.ts";
import { settleCorpus } from "./settle-corpus.ts";
import { Spool } from "./spool.ts";

/** What a profile is learned from. */
export interface LearnRun
  extends Pick<InputsRun, "workers" | "onProgress">,
    Pick<CleanRun, "roots" | "temporaryFolder"> {
  readonly record: Omit<CleanRun["record"], "dedupe" | "learn">;
}

/** A profile, and what it was learned from. */
export interface LearnedProfile {
  readonly profile: Profile;
  readonly documents: number;
  readonly failures: number;
}

const STAGES = { dedupe: true, learn: true } as const;

/** Cleans all inputs and lists the furniture of each source; the same for any number of workers. */
export async function learnRun({ roots, temporaryFolder, record, ...rest }: LearnRun): Promise<LearnedProfile> {
  const spool = Spool.open(temporaryFolder);
  try {
    const { inputs, failures } = await listInputs(roots);
    const store = new DraftStore(spool);
    await cleanInputs({ ...rest, record: { ...record, ...STAGES } }, inputs, spool, store);
    const arrivals = inCanonicalOrder(store.drafts);
    const found = findLines(store, arrivals, temporaryFolder);
    const writer = new ProfileWriter();
    for (const [place, arrival] of arrivals.entries()) {
      const lines = found.get(place);
      if (lines) addDocument(writer, store, store.drafts[arrival]!, lines);
    }
    const failed = failures.length + store.failures.length;
    return { profile: writer.profile(), documents: arrivals.length, failures: failed };
  } finally {
    spool.close();
  }
}

/** The lines that are furniture, by the document's place in canonical order; near-copies teach nothing. */
function findLines(
  store: DraftStore,
  arrivals: readonly number[],
  temporaryFolder: string,
): ReadonlyMap<number, readonly FoundLine[]> {
  const found = new Map<number, readonly FoundLine[]>();
  const listing: GroupStage = {
    ...sourceFurniture,
    compare(group) {
      for (const page of learnPages(group)) if (page.found.length > 0) found.set(page.document, page.found);
      return [];
    },
  };
  // The first two stages of a run that learns: their facts lie first.
  settleCorpus([nearCopies, listing], store, arrivals, { temporaryFolder });
  return found;
}

function addDocument(writer: ProfileWriter, store: DraftStore, stored: StoredDraft, lines: readonly FoundLine[]): void {
  const { record, cleaned } = decodeDraft(store.read(stored));
  writer.add(cleaned, nameDocument(record.source), sourceName(cleaned.url, record.source.path), lines);
}

function nameDocument({ path, record }: Origin): string {
  return record === undefined ? path : `${path}#${record}`;
}
