import { createReadStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type CleanResult, clean, cleanStream, type RawRecord, read } from "../src/index.ts";
import { numbersFrom, paragraphs } from "./run/generated-corpus.ts";
import { folderWith, runOver } from "./run/written-run.ts";

const texts = paragraphs(numbersFrom(71), 12);
const line = (text: string, id: number): string => `${JSON.stringify({ id, body: text })}\n`;
const LINES = texts.map(line).join("");

async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

// The types of browsers, which another package brings, do not know it yet.
const { from: streamOf } = ReadableStream as unknown as {
  from<Item>(items: AsyncIterable<Item>): ReadableStream<Item>;
};

describe("read", () => {
  it("gives the records of files and folders, and what cannot be read as failures", async () => {
    const folder = folderWith({ "b.jsonl": `{"text":"One."}\n\nbroken\n`, "a/page.html": "<p>Two.", "c.txt": "" });
    const items = await allOf(read([folder, join(folder, "gone.txt")]));
    expect(items).toEqual([
      expect.objectContaining({ path: "gone.txt", reason: "unreadable" }),
      expect.objectContaining({ path: "a/page.html", mediaType: "text/html", content: Buffer.from("<p>Two.") }),
      expect.objectContaining({ path: "b.jsonl", record: 1, content: "One." }),
      expect.objectContaining({ path: "b.jsonl", record: 3, reason: "invalid-json" }),
      expect.objectContaining({ path: "c.txt", reason: "empty" }),
    ]);
    expect(await allOf(read(join(folder, "b.jsonl")))).toHaveLength(2);
  });

  it.each([
    ["a Web stream", () => new Blob([LINES]).stream(), "-"],
    ["a Node stream", () => Readable.from([Buffer.from(LINES.slice(0, 99)), Buffer.from(LINES.slice(99))]), "-"],
    ["a packed Node stream", () => Readable.from([gzipSync(LINES)]), "crawl.jsonl.gz"],
    [
      "a Web stream that was unpacked",
      () => new Blob([gzipSync(LINES)]).stream().pipeThrough(new DecompressionStream("gzip")),
      "-",
    ],
  ])("reads %s", async (_, open, path) => {
    const records = await allOf(read(open() as AsyncIterable<Uint8Array>, { path }));
    expect(records.map((record) => (record as RawRecord).content)).toEqual(texts);
    expect(records[1]).toMatchObject({ path, record: 2, id: "1" });
  });

  it("takes other fields, and limits", async () => {
    const stream = () => new Blob([`{"words":"It rained.","key":7}\n`]).stream();
    expect(await allOf(read(stream(), { fields: { textField: "words", idField: "key" } }))).toMatchObject([
      { id: "7", content: "It rained." },
    ]);
    expect(await allOf(read(stream(), { limits: { recordBytes: 10 } }))).toMatchObject([{ reason: "too-large" }]);
  });

  it("accounts for an empty stream, and for one that breaks", async () => {
    expect(await allOf(read(new Blob(["\n\n"]).stream()))).toMatchObject([{ path: "-", reason: "empty" }]);
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(LINES);
      throw Object.assign(new Error("no luck"), { code: "EIO" });
    }
    const items = await allOf(read(broken()));
    expect(items).toHaveLength(texts.length + 1);
    expect(items.at(-1)).toMatchObject({ path: "-", reason: "unreadable" });
  });

  it("closes what it reads when nobody wants more", async () => {
    const stream = createReadStream(join(folderWith({ "a.jsonl": LINES.repeat(500) }), "a.jsonl"));
    for await (const _ of read(stream)) break;
    expect(stream.destroyed).toBe(true);
  });
});

describe("clean", () => {
  it("makes the records and the ledger that a run makes", async () => {
    const root = folderWith({
      "a.txt": `${texts[0]}\n\nBack to top button`,
      "b.html": `<title>A quay</title><p>${texts[1]}`,
      "c.bin": "\0\u0001",
    });
    const run = await runOver([root], { record: { dedupe: false, learn: false } });
    const results = await allOf(clean(read(root)));
    expect(results.flatMap(({ document }) => document ?? [])).toEqual(run.documents);
    expect(results.flatMap(({ ledger }) => ledger ?? [])).toEqual(run.ledger);
    expect(results.flatMap(({ failure }) => failure ?? [])).toEqual(run.failures);
    expect(run.failures).toHaveLength(1);
  });

  it("takes records of one's own, and options", async () => {
    const records: RawRecord[] = [
      { path: "story", mediaType: "text/html", content: "<h1>A quay</h1><p>It was shut.", id: "k" },
    ];
    const [result] = await allOf(clean(records, { format: "markdown" }));
    expect(result?.document).toMatchObject({ id: "k", format: "markdown", source: { path: "story" } });
  });

  it("takes a record only when its result is asked for", async () => {
    let taken = 0;
    function* records(): Generator<RawRecord> {
      for (const [i, content] of texts.entries()) {
        taken++;
        yield { path: String(i), mediaType: "text/plain", content };
      }
    }
    const results = clean(records());
    expect(taken).toBe(0);
    await results.next();
    await results.next();
    expect(taken).toBe(2);
    await results.return(undefined);
    expect(taken).toBe(2);
  });

  it("is a part of a Web stream that takes no more than its reader wants", async () => {
    let taken = 0;
    const source = new ReadableStream<RawRecord>(
      {
        pull: (controller) =>
          controller.enqueue({ path: String(taken++), mediaType: "text/plain", content: texts[0]! }),
      },
      { highWaterMark: 0 },
    );
    const reader = source.pipeThrough(cleanStream()).getReader();
    for (let i = 0; i < 5; i++) expect((await reader.read()).value?.document?.text).toBe(texts[0]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(taken).toBeLessThan(8);
    await reader.cancel();
    const results: CleanResult[] = await allOf(streamOf(read(new Blob([LINES]).stream())).pipeThrough(cleanStream()));
    expect(results.map(({ document }) => document?.text)).toEqual(texts);
  });
});
