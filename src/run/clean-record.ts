import { hash } from "node:crypto";
import type { Cleaned } from "../core/cleaned.ts";
import type { Failure, FailureReason } from "../core/failure.ts";
import type { Origin } from "../core/record.ts";
import type { RawRecord } from "../core/source.ts";
import { looksBinary } from "../decode/looks-binary.ts";
import { documentStages, openDocument, runStages } from "../pipeline.ts";
import type { RecordOptions } from "./record-options.ts";

/** A document that its own stages are done with. */
export interface CleanedRecord {
  readonly id: string;
  readonly origin: Origin;
  readonly cleaned: Cleaned;
}

/** Anything a reader could see: more than white space, controls and format characters. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

/** Cleans one record. What goes wrong with it is its failure and never an exception. */
export function cleanRecord(raw: RawRecord, options: RecordOptions): CleanedRecord | Failure {
  if (typeof raw.content !== "string" && looksBinary(raw.content)) return fail(raw, "binary");
  try {
    const { url, title } = raw;
    const known = { ...options, ...(url !== undefined && { url }), ...(title !== undefined && { title }) };
    const { document, charset } = openDocument(raw.content, raw.mediaType, known);
    if (!document.visible.some((piece) => VISIBLE.test(piece.text))) return fail(raw, "empty");
    const cleaned = runStages(document, documentStages, known);
    return { id: raw.id ?? identify(raw), origin: originOf(raw, charset, cleaned.url), cleaned };
  } catch (error) {
    return error instanceof RangeError ? fail(raw, "too-large") : fail(raw, "crashed", error);
  }
}

/** The id of a record that brings none: of its path and record number, so that it never depends on anything else. */
export function identify({ path, record }: Pick<RawRecord, "path" | "record">): string {
  return hash("sha256", record === undefined ? path : `${path}\0${record}`, "hex").slice(0, 16);
}

function originOf({ path, record, mediaType, content }: RawRecord, charset: string, url: string | undefined): Origin {
  const host = url === undefined ? undefined : URL.parse(url)?.host;
  return {
    path,
    ...(record !== undefined && { record }),
    ...(url !== undefined && { url }),
    ...(host && { host }),
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

function fail({ path, record }: RawRecord, reason: OwnReason, error?: unknown): Failure {
  const [text, advice] = WORDS[reason];
  const message = error === undefined ? text : `${text}: ${error instanceof Error ? error.message : String(error)}.`;
  return { path, ...(record !== undefined && { record }), reason, message, advice };
}
