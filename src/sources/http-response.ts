import { isUtf8 } from "node:buffer";
import { headerFields } from "./header-fields.ts";
import type { Limits } from "./limits.ts";
import type { Packing } from "./packing.ts";
import { SourceError } from "./source-error.ts";
import { unpackBytes } from "./unpack-bytes.ts";

export interface HttpResponse {
  readonly status: number;
  readonly contentType: string;
  /** As the server meant it: without chunks and content encoding. */
  readonly body: () => Uint8Array;
}

const packingOfCoding: ReadonlyMap<string, Packing> = new Map([
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["br", "brotli"],
  ["zstd", "zstd"],
  ["deflate", "deflate"],
]);

/** Reads a response as it went over the wire (RFC 9112); `undefined` where it has no head. */
export function readHttpResponse(bytes: Uint8Array, limits: Limits): HttpResponse | undefined {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = headEnd(message);
  const head = message.toString("latin1", 0, end);
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})/.exec(head)?.[1];
  if (status === undefined) return undefined;
  const fields = headerFields(head);
  const chunked = /\bchunked\b/i.test(fields.get("transfer-encoding") ?? "");
  const body = (): Uint8Array => {
    const sent = message.subarray(end);
    return decodeBody(chunked ? joinChunks(sent) : sent, fields.get("content-encoding") ?? "", limits);
  };
  return { status: Number(status), contentType: fields.get("content-type") ?? "", body };
}

function headEnd(message: Buffer): number {
  const ends = ["\r\n\r\n", "\n\n"].map((mark) => [message.indexOf(mark), mark.length] as const);
  const found = ends.filter(([at]) => at >= 0).sort(([a], [b]) => a - b)[0];
  return found ? found[0] + found[1] : message.length;
}

/** Crawlers that join the chunks often leave the header as it was, so a body that is in no chunks stays as it is. */
function joinChunks(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf("\n", at);
    const line = body.toString("latin1", at, Math.min(lineEnd, at + 100));
    const size = lineEnd < 0 ? undefined : /^([\da-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(line)?.[1];
    if (size === undefined) return at === 0 ? body : Buffer.concat(chunks);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    chunks.push(body.subarray(lineEnd + 1, lineEnd + 1 + length));
    // Behind a chunk stands a line end.
    at = body.indexOf("\n", lineEnd + 1 + length) + 1 || body.length;
  }
  return Buffer.concat(chunks);
}

/** @throws {SourceError} where it is damaged. */
function decodeBody(body: Uint8Array, encodings: string, limits: Limits): Uint8Array {
  let bytes = body;
  for (const coding of encodings.toLowerCase().split(",").reverse()) {
    const packing = packingOfCoding.get(coding.trim());
    if (packing && bytes.length > 0) bytes = decode(bytes, packing, limits);
  }
  return bytes;
}

/** The header is often left where the crawler has unpacked the body; and no packed data are UTF-8 by chance. */
function decode(bytes: Uint8Array, packing: Packing, limits: Limits): Uint8Array {
  if (packing === "gzip" && !(bytes[0] === 0x1f && bytes[1] === 0x8b)) return bytes;
  try {
    return packing === "deflate" ? inflate(bytes, limits) : unpackBytes(packing, bytes, limits);
  } catch (error) {
    if (error instanceof SourceError && error.kind === "damaged" && isUtf8(bytes)) return bytes;
    throw error;
  }
}

/** HTTP's deflate is zlib's format, but some servers leave its frame out. */
function inflate(bytes: Uint8Array, limits: Limits): Uint8Array {
  const isFramed = (bytes[0]! & 0x0f) === 8 && ((bytes[0]! << 8) | bytes[1]!) % 31 === 0;
  return unpackBytes("deflate", isFramed ? bytes.subarray(2, -4) : bytes, limits);
}
