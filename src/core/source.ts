import type { MediaType } from "./document.ts";

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
}
