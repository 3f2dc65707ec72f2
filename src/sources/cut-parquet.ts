import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { type Compressors, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import type { CutContext, Entry } from "./cut-entry.ts";
import { errorCode, readingFailure } from "./failures.ts";
import { type FileBuffer, openFileBuffer } from "./file-buffer.ts";
import { gatherBytes } from "./gather-bytes.ts";
import { hasContentColumn } from "./json-record.ts";
import type { Parcel } from "./parcel.ts";
import { RowParcels } from "./row-parcels.ts";
import { SourceError } from "./source-error.ts";

const compressors: Compressors = {
  GZIP: (bytes, length) => gunzipSync(bytes, { maxOutputLength: Math.max(1, length) }),
  ZSTD: (bytes, length) => zstdDecompressSync(bytes, { maxOutputLength: Math.max(1, length) }),
  BROTLI: (bytes, length) => brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, length) }),
};

/**
 * The rows of a Parquet file, numbered from 1, a row group at a time. What it holds is told at its end, so one that lies in an archive
 * is held in memory.
 */
export async function* cutParquet(entry: Entry, { fields, limits }: CutContext): AsyncGenerator<Parcel> {
  const { path, part } = entry;
  const parcels = new RowParcels();
  let opened: FileBuffer | undefined;
  try {
    opened = entry.file === undefined ? undefined : openFileBuffer(entry.file);
    const file = opened ?? (await gatherBytes(entry.blocks, limits.recordBytes)).buffer;
    const metadata = await parquetMetadataAsync(file);
    const columns = flat(metadata);
    if (!hasContentColumn(columns, fields)) throw new SourceError("no-text");
    let rowStart = 0;
    for (const { num_rows, total_byte_size } of metadata.row_groups) {
      if (Number(total_byte_size) > limits.recordBytes) throw new SourceError("too-large", "a row group");
      const rowEnd = rowStart + Number(num_rows);
      const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors, columns });
      for (const row of rows) for (const content of parcels.add(plain(row))) yield { ...content, path, part };
      rowStart = rowEnd;
    }
    if (parcels.next === 1) throw new SourceError("empty");
    for (const content of parcels.take()) yield { ...content, path, part };
  } catch (error) {
    const record = parcels.next;
    for (const content of parcels.take()) yield { ...content, path, part };
    const found = readingFailure(ownError(error), path, record > 1 ? record : undefined);
    yield { kind: "found", path, part, found };
  } finally {
    opened?.close();
  }
}

/** The columns that hold one value a row. */
function flat({ schema }: FileMetaData): string[] {
  const names: string[] = [];
  for (let i = 1; i < schema.length; i = afterElement(schema, i))
    if (!schema[i]!.num_children && schema[i]!.repetition_type !== "REPEATED") names.push(schema[i]!.name);
  return names;
}

/** The schema is a tree, written from its root down. */
function afterElement(schema: FileMetaData["schema"], at: number): number {
  let end = at + 1;
  for (let left = schema[at]?.num_children ?? 0; left > 0 && end < schema.length; left--)
    end = afterElement(schema, end);
  return end;
}

/** Large whole numbers come as bigints, which no JSON record has. */
function plain(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? String(value) : value]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** The library's own errors say what is wrong with the file, in words only. */
function ownError(error: unknown): unknown {
  if (error instanceof SourceError || (errorCode(error) !== undefined && !(error instanceof RangeError))) return error;
  return new SourceError("damaged", error instanceof Error ? error.message : String(error));
}
