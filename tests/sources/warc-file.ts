import { gzipSync } from "node:zlib";

/** A record of a WARC file: fields of its header, and its block. */
export interface WarcRecord {
  readonly type: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly block?: string | Uint8Array;
}

/** One record as it stands in a file. */
export function warcRecord({ type, fields = {}, block = "" }: WarcRecord): Buffer {
  const content = Buffer.from(block);
  const all = { "WARC-Type": type, "WARC-Date": "2025-03-04T05:06:07Z", ...fields, "Content-Length": content.length };
  const header = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${header.join("")}\r\n`), content, Buffer.from("\r\n\r\n")]);
}

export function warcFile(records: readonly WarcRecord[]): Buffer {
  return Buffer.concat(records.map(warcRecord));
}

/** As crawlers write it: each record a gzip member of its own. */
export function warcGz(records: readonly WarcRecord[]): Buffer {
  return Buffer.concat(records.map((record) => gzipSync(warcRecord(record))));
}

/** A record of an HTTP response. */
export function response(
  url: string,
  body: string | Uint8Array,
  { status = 200, head = "Content-Type: text/html; charset=utf-8" }: { status?: number; head?: string } = {},
): WarcRecord {
  const block = Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Word\r\n${head}\r\n\r\n`, "latin1"), Buffer.from(body)]);
  const fields = { "WARC-Target-URI": url, "Content-Type": "application/http; msgtype=response" };
  return { type: "response", fields, block };
}
