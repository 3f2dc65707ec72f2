import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects } from "hyparquet";

const compressors = {
  GZIP: (bytes: Uint8Array) => gunzipSync(bytes),
  ZSTD: (bytes: Uint8Array) => zstdDecompressSync(bytes),
};

/** The rows of a Parquet file that a run wrote, as the lines of JSON they were made of; one row group in memory. */
export async function* readParquet(path: string): AsyncGenerator<unknown> {
  const handle = openSync(path, "r");
  try {
    const file = bufferOf(handle);
    const metadata = await parquetMetadataAsync(file);
    let rowStart = 0;
    for (const { num_rows } of metadata.row_groups) {
      const rowEnd = rowStart + Number(num_rows);
      for (const row of await parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors })) yield asJson(row);
      rowStart = rowEnd;
    }
  } finally {
    closeSync(handle);
  }
}

function bufferOf(handle: number): AsyncBuffer {
  const byteLength = fstatSync(handle).size;
  return {
    byteLength,
    slice(start, end = byteLength) {
      const bytes = new Uint8Array(end - start);
      for (let at = 0; at < bytes.length; ) {
        const count = readSync(handle, bytes, at, bytes.length - at, start + at);
        if (count === 0) throw new Error("the file ends too early");
        at += count;
      }
      return bytes.buffer;
    },
  };
}

/** A column has a place for what a record left out. */
function asJson(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== "object" || value === null) return value;
  const known = Object.entries(value).filter(([, part]) => part !== undefined && part !== null);
  return Object.fromEntries(known.map(([key, part]) => [key, asJson(part)]));
}
