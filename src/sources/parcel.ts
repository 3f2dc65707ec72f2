import type { Failure } from "../core/failure.ts";
import type { Skipped } from "../core/source.ts";
import type { LineChunk } from "./jsonl.ts";
import type { Row } from "./row.ts";

/** What is cut from a container on one thread and made into records on another. It holds all that is needed for that. */
export type Parcel = ParcelContent & {
  /** As in `RawRecord`. */
  readonly path: string;
  /** Number of the member in its input, in order of reading; 0 for what the input itself holds. */
  readonly part: number;
};

/** Whole lines of JSON Lines; all of a member that is a file of its own; a record of WARC; rows of a table; or what is known already. */
export type ParcelContent =
  | ({ readonly kind: "lines" } & LineChunk)
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | WarcContent
  | { readonly kind: "rows"; readonly rows: readonly Row[]; readonly firstRecord: number; readonly units: number }
  | { readonly kind: "found"; readonly found: Failure | Skipped };

/** A record of a WARC file that may hold a document. */
export interface WarcContent {
  readonly kind: "warc";
  readonly firstRecord: number;
  /** Its block: a whole HTTP response, or the content itself. */
  readonly bytes: Uint8Array;
  /** Of the block. */
  readonly contentType: string;
  readonly url?: string;
  /** ISO 8601. */
  readonly fetched?: string;
}

/** Bytes in it; of rows about as many. */
export function parcelBytes(parcel: Parcel): number {
  if (parcel.kind === "rows") return parcel.units;
  return "bytes" in parcel ? parcel.bytes.length : 0;
}

/** Number of its first record, where it has one. */
export function firstRecord(parcel: Parcel): number | undefined {
  if (parcel.kind === "found") return parcel.found.record;
  return "firstRecord" in parcel ? parcel.firstRecord : undefined;
}

/** One parcel a record, to find the one that does harm. */
export function splitParcel(parcel: Parcel): Parcel[] {
  if (parcel.kind === "rows")
    return parcel.rows.map((row, i) => ({ ...parcel, rows: [row], firstRecord: parcel.firstRecord + i }));
  if (parcel.kind !== "lines") return [parcel];
  const { bytes } = parcel;
  const pieces: Parcel[] = [];
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    pieces.push({ ...parcel, bytes: bytes.slice(start, end), firstRecord: parcel.firstRecord + pieces.length });
    start = end;
  }
  return pieces;
}
