import { brotliDecompressSync, gunzipSync, inflateRawSync, zstdDecompressSync } from "node:zlib";
import { errorCode } from "./failures.ts";
import { type Limits, UNPACKED_FREE } from "./limits.ts";
import type { Packing } from "./packing.ts";
import { SourceError } from "./source-error.ts";
import { paddingAt } from "./unpack-stream.ts";

interface Unpacked {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

type Unpack = (bytes: Uint8Array, options: { readonly info: true; readonly maxOutputLength: number }) => unknown;

const unpackers: Readonly<Record<Packing, Unpack>> = {
  gzip: gunzipSync,
  zstd: zstdDecompressSync,
  brotli: brotliDecompressSync,
  deflate: inflateRawSync,
};

/**
 * Unpacks what is in memory, all members or frames of it.
 *
 * @throws {SourceError} where it is damaged or cut off, or unpacks to more than a document may have.
 */
export function unpackBytes(packing: Packing, bytes: Uint8Array, limits: Limits): Uint8Array {
  const most = Math.min(limits.recordBytes, Math.max(UNPACKED_FREE, limits.ratio * bytes.length));
  const parts: Buffer[] = [];
  let size = 0;
  for (let rest = bytes; rest.length > 0; ) {
    try {
      const options = { info: true, maxOutputLength: Math.max(1, most - size) } as const;
      const { buffer, engine } = unpackers[packing](rest, options) as Unpacked;
      if (engine.bytesWritten === 0) throw new Error("no progress");
      parts.push(buffer);
      size += buffer.length;
      rest = rest.subarray(engine.bytesWritten);
      if (packing === "gzip") rest = rest.subarray(paddingAt(rest));
    } catch (error) {
      if (errorCode(error) !== "ERR_BUFFER_TOO_LARGE")
        throw new SourceError("damaged", `${packing}: ${messageOf(error)}`);
      throw most === limits.recordBytes
        ? new SourceError("too-large")
        : new SourceError("bomb", `more than ${most} bytes out of ${bytes.length}`);
    }
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
