import { ByteCursor } from "./byte-cursor.ts";
import type { CutContext, Entry } from "./cut-entry.ts";
import type { FailureKind } from "./failure-kind.ts";
import { readingFailure, sourceFailure } from "./failures.ts";
import { headerFields } from "./header-fields.ts";
import type { Parcel, ParcelContent } from "./parcel.ts";

const VERSION = "WARC/1.";
/** Most bytes of a record's header. */
const HEADER_BYTES = 2 ** 16;

type Fields = ReadonlyMap<string, string>;

/**
 * The records of a WARC file (ISO 28500), also of WET files, each numbered from 1. Behind a record that cannot be read it goes on
 * with the next that begins.
 */
export async function* cutWarc({ path, part, blocks }: Entry, { limits }: CutContext): AsyncGenerator<Parcel> {
  const cursor = new ByteCursor(blocks);
  const place = { path, part };
  let record = 0;
  try {
    // Passes over the line ends between records, and over what is no record.
    while (await cursor.skipTo(VERSION)) {
      record++;
      for await (const content of readRecord(cursor, path, record, limits.recordBytes)) yield { ...content, ...place };
    }
    if (record === 0) yield { kind: "found", ...place, found: sourceFailure("no-warc", path) };
  } catch (error) {
    yield { kind: "found", ...place, found: readingFailure(error, path, record || undefined) };
  } finally {
    await cursor.close();
  }
}

async function* readRecord(
  cursor: ByteCursor,
  path: string,
  record: number,
  recordBytes: number,
): AsyncGenerator<ParcelContent> {
  const fail = (kind: FailureKind, detail = ""): ParcelContent => ({
    kind: "found",
    found: sourceFailure(kind, path, record, detail),
  });
  const start = cursor.position;
  const header = await cursor.through("\r\n\r\n", HEADER_BYTES);
  const fields = headerFields(header?.toString() ?? "");
  const length = Number(/^\d{1,15}$/.exec(fields.get("content-length") ?? "")?.[0]);
  if (!header || Number.isNaN(length)) {
    // Off its version, so that the search for the next record finds another.
    if (!header) await cursor.skip(VERSION.length);
    return yield fail("damaged", `no header of a WARC record at byte ${start}`);
  }
  const type = fields.get("warc-type") ?? "";
  if (!CONTENT_TYPES.has(type)) {
    const complete = (await cursor.skip(length)) === length;
    return yield complete ? withoutContent(type, fields, path, record) : fail("damaged", "it ends too early");
  }
  if (length > recordBytes) {
    await cursor.skip(length);
    return yield fail("too-large", `${length} bytes`);
  }
  const bytes = await cursor.take(length);
  if (bytes.length < length) return yield fail("damaged", "it ends too early");
  yield { kind: "warc", firstRecord: record, bytes, ...factsOf(fields) };
}

/** Types of records that may hold a document. */
const CONTENT_TYPES: ReadonlySet<string> = new Set(["response", "resource", "conversion"]);

function factsOf(fields: Fields): { contentType: string; url?: string; fetched?: string } {
  // Some writers put the address between angle brackets, as the first version of the standard did.
  const url = fields.get("warc-target-uri")?.replace(/^<(.*)>$/, "$1");
  const date = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.exec(fields.get("warc-date") ?? "")?.[0];
  return { contentType: fields.get("content-type") ?? "", ...(url && { url }), ...(date && { fetched: date }) };
}

/** A revisit says that the content is that of another record; the others tell of the crawl. */
function withoutContent(type: string, fields: Fields, path: string, record: number): ParcelContent {
  if (type === "continuation") return { kind: "found", found: sourceFailure("segment", path, record) };
  if (type !== "revisit") return { kind: "found", found: { path, record, skipped: "record-type" } };
  const url = fields.get("warc-refers-to-target-uri") ?? fields.get("warc-target-uri") ?? "no address";
  const date = fields.get("warc-refers-to-date") ?? "no date";
  return { kind: "found", found: sourceFailure("revisit", path, record, `${url}, ${date}`) };
}
