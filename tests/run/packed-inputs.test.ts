import { brotliCompressSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { numbersFrom, paragraphs } from "./generated-corpus.ts";
import { folderWith, problemsOf, runOver } from "./written-run.ts";

const texts = paragraphs(numbersFrom(41), 300);
const jsonLines = (from: number, to: number): string =>
  texts
    .slice(from, to)
    .map((text) => `${JSON.stringify({ text })}\n`)
    .join("");
const pack = { gz: gzipSync, zst: zstdCompressSync, br: brotliCompressSync };
const endings = Object.keys(pack) as (keyof typeof pack)[];

it("reads packed lines and pages as it reads plain ones, with any number of workers", async () => {
  const page = `<!doctype html><title>Ferries</title><article>${texts.slice(200, 206).map((text) => `<p>${text}`)}</article>`;
  const plain = { "a.jsonl": jsonLines(0, 100), "b.txt": texts[100]!, "c.html": page, "d.json": '{"text": "Short."}' };
  const expected = await runOver([folderWith(plain)]);
  for (const ending of endings) {
    const packed = Object.entries(plain).map(([name, text]) => [`${name}.${ending}`, pack[ending](text)]);
    const folder = folderWith(Object.fromEntries(packed));
    const { documents, failures, out } = await runOver([folder]);
    expect(failures).toEqual([]);
    expect(documents.map(({ text, source }) => [text, source.sha256, source.record])).toEqual(
      expected.documents.map(({ text, source }) => [text, source.sha256, source.record]),
    );
    expect(documents.at(-1)?.source.path).toBe(`d.json.${ending}`);
    expect(await problemsOf(out)).toEqual([]);
    expect((await runOver([folder], { workers: 2 })).documents).toEqual(documents);
  }
});

it("keeps the lines before the damage, and says where it begins", async () => {
  const whole = gzipSync(jsonLines(0, 200));
  const files = {
    "a.jsonl.gz": whole.subarray(0, whole.length * 0.6),
    "b.txt.gz": gzipSync(texts[0]!).subarray(0, -9),
  };
  const folder = folderWith(files);
  const { documents, failures, summary, out } = await runOver([folder]);
  const { length } = documents;
  expect(length).toBeGreaterThan(80);
  expect(documents.at(-1)?.source.record).toBe(length);
  expect(failures).toMatchObject([
    { path: "a.jsonl.gz", record: length + 1, reason: "damaged" },
    { path: "b.txt.gz", reason: "damaged" },
  ]);
  expect(failures[0]?.message).toMatch(
    /^Record \d+ of "a\.jsonl\.gz" is damaged or cut off \(gzip: .*first \d+ bytes\)\.$/,
  );
  expect(summary.inputs).toBe(length + 2);
  expect(await problemsOf(out)).toEqual([]);
  const again = await runOver([folder], { workers: 2 });
  expect([again.documents, again.failures]).toEqual([documents, failures]);
});

describe("limits", () => {
  it("of record bytes: on a file, a packed file and a line", async () => {
    const long = { "a.txt": "x".repeat(201), "b.txt.gz": gzipSync("x".repeat(201)), "c.jsonl": "x".repeat(202) };
    const folder = folderWith({ ...long, "d.txt": "y ".repeat(100), "e.txt.zst": zstdCompressSync("z ".repeat(100)) });
    const { failures, documents, out } = await runOver([folder], { record: { limits: { recordBytes: 200 } } });
    expect(failures.map(({ path, record, reason }) => [path, record, reason])).toEqual([
      ["a.txt", undefined, "too-large"],
      ["b.txt.gz", undefined, "too-large"],
      ["c.jsonl", 1, "too-large"],
    ]);
    expect(documents).toHaveLength(2);
    expect(await problemsOf(out)).toEqual([]);
  });

  it("of the ratio and of all that is unpacked, with what came before kept", async () => {
    const bomb = Buffer.concat([gzipSync(jsonLines(0, 9)), gzipSync(Buffer.alloc(60_000_000, "x"))]);
    const folder = folderWith({ "a.jsonl.gz": bomb, "b.jsonl.gz": gzipSync(jsonLines(9, 300)) });
    const { failures, documents } = await runOver([folder], { record: { limits: { unpackedBytes: 30_000 } } });
    expect(failures.map(({ path, reason }) => [path, reason])).toEqual([
      ["a.jsonl.gz", "limit"],
      ["b.jsonl.gz", "limit"],
    ]);
    expect(documents.length).toBeGreaterThan(30);
    const { failures: ratio, documents: all } = await runOver([folder]);
    expect(ratio).toMatchObject([{ path: "a.jsonl.gz", record: 10, reason: "limit" }]);
    expect(ratio[0]?.message).toContain("far more than its size");
    expect(all).toHaveLength(300);
  });
});

it("says what to do about packings that it does not read, whatever the case of the ending", async () => {
  const { failures } = await runOver([folderWith({ "a.jsonl.bz2": "BZh9", "b.html.XZ": "\xfd7zXZ", "c.7z": "7z" })]);
  expect(failures.map(({ path, reason }) => [path, reason])).toEqual([
    ["a.jsonl.bz2", "unsupported"],
    ["b.html.XZ", "unsupported"],
    ["c.7z", "unsupported"],
  ]);
  expect(failures[1]?.message).toContain("(.xz)");
});

it("does not take a name for packed that only looks so", async () => {
  const { documents, failures } = await runOver([folderWith({ "a.gz.txt": texts[0]!, "b/.gz/c": "", gz: texts[1]! })]);
  expect(documents.map(({ source }) => source.path)).toEqual(["a.gz.txt", "gz"]);
  expect(failures).toEqual([]);
});
