import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Found } from "../../src/core/source.ts";
import { cutInput } from "../../src/sources/cut-input.ts";
import { defaultFields } from "../../src/sources/json-record.ts";
import type { ReadOptions } from "../../src/sources/read-options.ts";
import { openParcel } from "../../src/sources/read-records.ts";
import { collect, cutBytes, streamOf } from "./pieces.ts";
import { response, type WarcRecord, warcFile, warcRecord } from "./warc-file.ts";

async function read(pieces: readonly Uint8Array[], limits: ReadOptions["limits"] = {}): Promise<Found[]> {
  const options = { fields: defaultFields, limits };
  const { items } = await collect(cutInput({ path: "a.warc", file: "", bytes: 0 }, options, streamOf(pieces)));
  return items.flatMap(({ parcel }) => [...openParcel(parcel, options)]);
}

/** What came of each record: its content, or why there is none. */
function outcomes(found: readonly Found[]): [number | undefined, string][] {
  return found.map((item) => {
    if ("reason" in item) return [item.record, `failed: ${item.reason}`];
    if ("skipped" in item) return [item.record, `skipped: ${item.skipped}`];
    return [item.record, Buffer.from(item.content).toString()];
  });
}

const page = "<!doctype html><p>Café on the quay";

test("takes responses, conversions and resources, names what they tell, and accounts for the rest by number", async () => {
  const uri = (url: string, type: string) => ({ "WARC-Target-URI": url, "Content-Type": type });
  const found = await read([
    warcFile([
      { type: "warcinfo", block: "software: test" },
      { type: "request", block: "GET / HTTP/1.1\r\n\r\n" },
      response("https://news.example/a", page),
      { type: "conversion", fields: uri("http://news.example/b", "text/plain"), block: "Plain words." },
      { type: "resource", fields: uri("<https://news.example/c>", "text/html"), block: page },
      response("https://news.example/d.png", "\x89PNG", { head: "content-TYPE: image/png" }),
      response("https://news.example/e", "", { status: 301 }),
      response("https://news.example/f", page, { status: 404 }),
      response("https://news.example/robots.txt", "User-agent: *", { head: "Content-Type: text/plain" }),
      { type: "response", fields: uri("dns:news.example", "text/dns"), block: "1.2.3.4" },
      { type: "metadata", block: "x: y" },
      { type: "revisit", fields: { "WARC-Refers-To-Target-URI": "https://news.example/0" } },
      { type: "continuation", block: "the second half" },
      response("https://news.example/g", page, { head: "X: y" }),
      response("https://news.example/h", "words", { head: "X: y" }),
    ]),
  ]);
  expect(outcomes(found)).toEqual([
    [1, "skipped: record-type"],
    [2, "skipped: record-type"],
    [3, page],
    [4, "Plain words."],
    [5, page],
    [6, "skipped: media-type"],
    [7, "skipped: http-status"],
    [8, "skipped: http-status"],
    [9, "skipped: robots"],
    [10, "skipped: media-type"],
    [11, "skipped: record-type"],
    [12, "failed: revisit"],
    [13, "failed: unsupported"],
    [14, page],
    [15, "skipped: media-type"],
  ]);
  expect(found[2]).toMatchObject({
    path: "a.warc",
    mediaType: "text/html",
    url: "https://news.example/a",
    charset: "text/html; charset=utf-8",
    fetched: "2025-03-04T05:06:07Z",
  });
  expect(found[4]).toMatchObject({ url: "https://news.example/c" });
  expect(found[11]).toMatchObject({ message: expect.stringContaining("https://news.example/0") });
});

test("in any pieces gives the same records", async () => {
  const block = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom("WARC/1.0\r\n", "\r\n\r\n", "\n"));
  const record = fc.record({ type: fc.constantFrom("response", "resource", "metadata"), block });
  const junk = fc.constantFrom("", "\r\n", "junk", "WARC/1.0\r\nno header\r\n\r\n");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(record, junk), { maxLength: 6 }), fc.array(fc.nat(90)), async (all, sizes) => {
      const fields = { "Content-Type": "text/plain" };
      const bytes = Buffer.concat(all.flatMap(([r, j]) => [warcRecord({ ...r, fields }), Buffer.from(j)]));
      const whole = await read([bytes]);
      expect(await read(cutBytes(bytes, sizes))).toEqual(whole);
      expect(whole.map((item) => item.record ?? 0)).toEqual(whole.map((_, i) => (all.length > 0 ? i + 1 : 0)));
    }),
    { numRuns: 100 },
  );
});

describe("a response", () => {
  const chunks = (...parts: readonly string[]): string =>
    [...parts, ""].map((part) => `${part.length.toString(16)};x=y\r\n${part}\r\n`).join("");
  const html = "Content-Type: text/html";

  test.each<readonly [name: string, head: string, body: string | Uint8Array]>([
    ["gzip", "Content-Encoding: gzip", gzipSync(page)],
    ["x-gzip in capitals", "CONTENT-ENCODING: X-GZIP", gzipSync(page)],
    ["brotli", "Content-Encoding: br", brotliCompressSync(page)],
    ["zstd", "Content-Encoding: zstd", zstdCompressSync(page)],
    ["deflate", "Content-Encoding: deflate", deflateSync(page)],
    ["deflate without its frame", "Content-Encoding: deflate", deflateRawSync(page)],
    ["two codings", "Content-Encoding: br, gzip", gzipSync(brotliCompressSync(page))],
    ["a coding that was undone already", "Content-Encoding: gzip", page],
    ["brotli that was undone already", "Content-Encoding: br", page],
    ["an unknown coding", "Content-Encoding: identity, rot13", page],
    ["chunks", "Transfer-Encoding: chunked", chunks("<!doctype html>", "<p>Caf\xe9")],
    ["chunks that were joined already", "Transfer-Encoding: chunked", page],
    ["a folded header", "X: a\r\n b", page],
  ])("of %s", async (name, head, body) => {
    const bytes = typeof body === "string" && name === "chunks" ? Buffer.from(body, "latin1") : body;
    const [found] = await read([warcFile([response("https://a.example/", bytes, { head: `${html}\r\n${head}` })])]);
    const content = (found as { content: Uint8Array }).content;
    expect(Buffer.from(content).toString(name === "chunks" ? "latin1" : "utf8")).toBe(
      name === "chunks" ? "<!doctype html><p>Caf\xe9" : page,
    );
  });

  test("whose chunks are cut off gives what came, and one whose coding is damaged fails", async () => {
    const head = `${html}\r\nTransfer-Encoding: chunked`;
    const cut = response("https://a.example/", "5\r\nCut o\r\n9\r\nff", { head });
    const bad = gzipSync(page).fill(0xff, 12, 20);
    const damaged = response("https://a.example/", bad, { head: `${html}\r\nContent-Encoding: gzip` });
    const bomb = response("https://a.example/", brotliCompressSync(Buffer.alloc(3e7)), {
      head: `${html}\r\nContent-Encoding: br`,
    });
    const headless: WarcRecord = { type: "response", fields: { "Content-Type": "application/http" }, block: "<p>" };
    expect(outcomes(await read([warcFile([cut, damaged, bomb, headless])]))).toEqual([
      [1, "Cut off"],
      [2, "failed: damaged"],
      [3, "failed: limit"],
      [4, "failed: damaged"],
    ]);
  });
});

describe("what is broken", () => {
  const sound = (n: number): WarcRecord => ({
    type: "conversion",
    fields: { "Content-Type": "text/plain" },
    block: `${n}`,
  });

  test("spoils only itself where another record follows", async () => {
    const bytes = Buffer.concat([
      warcRecord(sound(1)),
      Buffer.from("WARC/1.0\r\nContent-Length: many\r\n\r\n"),
      warcRecord(sound(3)),
      Buffer.from("WARC/1.0\r\nno end of a header"),
      warcRecord(sound(5)),
      Buffer.from("junk between\r\n"),
      warcRecord(sound(6)),
      warcRecord(sound(7)).subarray(0, -5),
    ]);
    expect(outcomes(await read([bytes]))).toEqual([
      [1, "1"],
      [2, "failed: damaged"],
      [3, "3"],
      // The header without an end took the record behind it for its own lines.
      [4, "5"],
      [5, "6"],
      [6, "failed: damaged"],
    ]);
  });

  test("is named with its path where there is no record at all", async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from("no such file")])
      expect(await read([bytes])).toMatchObject([{ path: "a.warc", reason: "damaged" }]);
  });

  test("by its length passes over a record, and keeps the next", async () => {
    const long = { ...sound(1), block: "x".repeat(300) };
    expect(outcomes(await read([warcFile([long, sound(2)])], { recordBytes: 200 }))).toEqual([
      [1, "failed: too-large"],
      [2, "2"],
    ]);
    const lying = Buffer.from("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 99999999999999\r\n\r\nshort");
    expect(outcomes(await read([lying]))).toEqual([[1, "failed: too-large"]]);
  });
});
