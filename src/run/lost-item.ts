import type { Failure } from "../core/failure.ts";
import { firstRecord, splitParcel } from "../sources/parcel.ts";
import type { StoredItem } from "./batch-cleaner.ts";
import { type BatchItem, placeOf } from "./clean-item.ts";
import { emptyTally } from "./tally.ts";

/** Why a thread was ended: it had been at one document for too long. */
export class DocumentTimeout extends Error {
  override readonly name = "DocumentTimeout";

  /** @param limit In milliseconds. */
  constructor(limit: number) {
    super(`It was not cleaned within ${limit / 1000} s`);
  }
}

/** The answer for an item that holds one record and that ended the thread which cleaned it. */
export function lostItem(item: BatchItem, cause: unknown): StoredItem {
  const { input, parcel } = item;
  const record = parcel && firstRecord(parcel);
  const failure = {
    path: parcel?.path ?? input.path,
    ...(record !== undefined && { record }),
    ...wordsFor(cause),
  };
  const nothing = { drafts: [], offset: 0, factLengths: [], skipped: [], tally: emptyTally() };
  return { ...placeOf(item), ...nothing, failures: [failure], records: 1 };
}

function wordsFor(cause: unknown): Pick<Failure, "reason" | "message" | "advice"> {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof DocumentTimeout)
    return {
      reason: "timeout",
      message: `${message}, and its thread was ended.`,
      advice:
        "Give it more with --timeout-seconds, and report it if that does not help; the rest of the run is not touched.",
    };
  return {
    reason: "crashed",
    message: `The worker thread that cleaned it died: ${message}.`,
    advice: "Try it alone with more memory, and report it if that does not help; the rest of the run is not touched.",
  };
}

/** A parcel of many records as one item a record. */
export function splitItem(item: BatchItem): BatchItem[] {
  const { parcel, unit: _, ...rest } = item;
  // A piece is not kept: it is no answer for the whole.
  return parcel ? splitParcel(parcel).map((piece) => ({ ...rest, parcel: piece })) : [item];
}
