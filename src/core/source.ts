import type { MediaType } from "./document.ts";
import type { Failure } from "./failure.ts";

/** A file to read. `path` is its identity: relative to the input root, with `/`, the same on every machine. */
export interface Input {
  readonly path: string;
  /** Where it is on this machine; never written to an output. */
  readonly file: string;
  /** Size in bytes when it was listed. */
  readonly bytes: number;
}

/** One document's raw material, as a source hands it on. */
export interface RawRecord {
  /** Of a member of an archive, the archive's path, `/` and the member's own. */
  readonly path: string;
  /** Number of the record in its file, from 1; left out where a file is one document. */
  readonly record?: number;
  /** The input's own id, where it has one. */
  readonly id?: string;
  readonly mediaType: MediaType;
  /** Bytes of a file, or the string of a JSON field. */
  readonly content: Uint8Array | string;
  readonly url?: string;
  readonly title?: string;
  /** A WHATWG label or a whole `Content-Type`, where the source states one. */
  readonly charset?: string;
  /** When the page was fetched, ISO 8601. */
  readonly fetched?: string;
}

/** Why something in an input is no document, though nothing is wrong with it. The words are part of the output format. */
export type SkipReason =
  | "record-type" // a WARC record that tells of the crawl: request, metadata, warcinfo
  | "http-status" // a redirect or an error page
  | "media-type" // a picture, a style sheet …
  | "robots" // robots.txt
  | "hidden" // a member of an archive that is hidden, as .git/config
  | "no-file" // a link or device in an archive
  | "index"; // what a WACZ file holds beside the crawl

/** Something in an input that is no document. It is counted, and in no other output. */
export interface Skipped extends Pick<RawRecord, "path" | "record"> {
  readonly skipped: SkipReason;
}

/** What a source gives, one for each thing that it holds. */
export type Found = RawRecord | Failure | Skipped;
