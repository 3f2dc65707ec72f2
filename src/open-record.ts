import { hash } from "node:crypto";
import type { CleanOptions } from "./clean-options.ts";
import type { Document } from "./core/document.ts";
import type { Failure, FailureReason } from "./core/failure.ts";
import type { Origin } from "./core/record.ts";
import type { RawRecord } from "./core/source.ts";
import { looksBinary } from "./decode/looks-binary.ts";
import { sourceName } from "./learn/source-name.ts";
import { openDocument } from "./pipeline.ts";

/** A record that holds text, before any stage, and all that is known of it. */
export interface OpenedRecord {
  readonly document: Document;
  readonly charset: string;
  readonly options: CleanOptions;
}

/** Anything a reader could see: more than white space, controls and format characters. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

/** Decodes a record and cuts it into blocks, unless there is no text in it. */
export function openRecord(raw: RawRecord, options: CleanOptions): OpenedRecord | Failure {
  const { content, mediaType, url, title, charset: stated } = raw;
  if (typeof content !== "string" && looksBinary(content)) return fail(raw, "binary");
  const source = sourceName(url, raw.path);
  const charset = options.charset ?? stated;
  const given = { ...options, source, ...(charset !== undefined && { charset }) };
  const known = { ...given, ...(url !== undefined && { url }), ...(title !== undefined && { title }) };
  const { document, charset: used } = openDocument(content, mediaType, known);
  if (!document.visible.some((piece) => VISIBLE.test(piece.text))) return fail(raw, "empty");
  return { document, charset: used, options: known };
}

/** What an exception says of the input it was thrown on. */
export function failureOf(place: Pick<RawRecord, "path" | "record">, error: unknown): Failure {
  return error instanceof RangeError ? fail(place, "too-large") : fail(place, "crashed", error);
}

/** The id of a record that brings none: of its path and record number, so that it never depends on anything else. */
export function identify({ path, record }: Pick<RawRecord, "path" | "record">): string {
  return hash("sha256", record === undefined ? path : `${path}\0${record}`, "hex").slice(0, 16);
}

/** Where a record came from; `url` is the page's own address where it names one. */
export function originOf(
  { path, record, fetched, mediaType, content }: RawRecord,
  charset: string,
  url: string | undefined,
): Origin {
  const host = url === undefined ? undefined : URL.parse(url)?.host;
  return {
    path,
    ...(record !== undefined && { record }),
    ...(url !== undefined && { url }),
    ...(host && { host }),
    ...(fetched !== undefined && { fetched }),
    mediaType,
    charset,
    bytes: Buffer.byteLength(content),
    sha256: hash("sha256", content, "hex"),
  };
}

type OwnReason = Extract<FailureReason, "binary" | "empty" | "too-large" | "crashed">;

const WORDS: Readonly<Record<OwnReason, readonly [message: string, advice: string]>> = {
  binary: ["This is neither text nor HTML.", "Leave it out, or turn it into text first."],
  empty: ["There is no text in it.", "Nothing to do, unless the scraper should have saved some."],
  "too-large": ["It is too large or too deep to be held as one text.", "Split it into smaller documents."],
  crashed: ["dehusk itself failed on it", "Please report this with the input; the rest of the run is not touched."],
};

function fail({ path, record }: Pick<RawRecord, "path" | "record">, reason: OwnReason, error?: unknown): Failure {
  const [text, advice] = WORDS[reason];
  const message = error === undefined ? text : `${text}: ${error instanceof Error ? error.message : String(error)}.`;
  return { path, ...(record !== undefined && { record }), reason, message, advice };
}
