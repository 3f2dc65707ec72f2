import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { emptyFolder } from "../run-folder.ts";
import { type TestMember, tarFile, zipFile } from "../sources/archive-files.ts";
import { response, type WarcRecord, warcFile, warcGz } from "../sources/warc-file.ts";
import { numbersFrom, paragraphs } from "./generated-corpus.ts";
import { problemsOf, runOver, type WrittenRun } from "./written-run.ts";

const texts = paragraphs(numbersFrom(61), 400);

function page(i: number): string {
  const body = texts.slice(i, i + 4).map((text) => `<p>${text}</p>`);
  return `<!doctype html><title>Ferry ${i}</title><article>${body.join("\n")}</article>`;
}

function crawl(from: number, count: number): WarcRecord[] {
  return Array.from({ length: count }, (_, n) => {
    const url = `https://news.example/${from + n}`;
    return [
      { type: "request", block: "GET / HTTP/1.1\r\n\r\n" },
      n % 7 === 3 ? response(url, "", { status: 302 }) : response(url, page(from + n * 4)),
    ];
  }).flat();
}

/** Members in no order of their names, some of them broken, some twice. */
function members(): TestMember[] {
  const lines = texts.slice(200, 230).map((text, i) => (i === 7 ? "broken" : JSON.stringify({ text })));
  return [
    { name: "z.txt", content: texts[240]! },
    { name: "lines.jsonl", content: lines.join("\n") },
    { name: "a/page.html", content: page(244) },
    { name: "../out.txt", content: "out" },
    { name: "z.txt", content: texts[250]! },
    { name: "inner.zip", content: zipFile([{ name: "crawl.warc.gz", content: warcGz(crawl(260, 6)) }]) },
    { name: "blank.txt", content: " \n" },
    { name: ".hidden", content: "hidden" },
    { name: "a/end.txt", content: texts[290]! },
  ];
}

/** A folder with a container of each kind, each with something wrong in it. */
function containers(): Record<string, string | Uint8Array> {
  const gz = warcGz(crawl(0, 20));
  return {
    "crawl.warc": warcFile(crawl(100, 9)),
    "crawl.warc.gz": gz,
    "cut.warc.gz": gz.subarray(0, gz.length * 0.7),
    "only-requests.warc": warcFile([{ type: "request", block: "GET /" }]),
    "text.warc.wet.gz": warcGz(
      texts.slice(300, 310).map((block, i) => ({
        type: "conversion",
        fields: { "Content-Type": "text/plain", "WARC-Target-URI": `https://a.example/${i}` },
        block,
      })),
    ),
    "archive.zip": zipFile(members()),
    "archive.zip.txt": texts[398]!,
    "cut.tar.gz": gzipSync(tarFile(members())).subarray(0, -300),
    "table.csv": `id,text\n${texts
      .slice(310, 330)
      .map((text, i) => `${i},"${text}"\n`)
      .join("")}21\n`,
    "table.parquet": new Uint8Array(
      parquetWriteBuffer({
        columnData: [{ name: "text", data: texts.slice(330, 360), type: "STRING" }],
        rowGroupSize: 9,
      }),
    ),
    "tape.tar.zst": zstdCompressSync(tarFile(members())),
    "z.txt": texts[399]!,
  };
}

const OUTPUTS = ["documents.jsonl", "ledger.jsonl", "failures.jsonl"];
const digest = ({ out }: WrittenRun): string[] =>
  OUTPUTS.map((name) =>
    createHash("sha256")
      .update(readFileSync(join(out, name)))
      .digest("hex"),
  );

const root = emptyFolder(containers());
const first = emptyFolder();
let run: WrittenRun;

beforeAll(async () => {
  run = await runOver([root], { out: first });
});

afterAll(() => {
  for (const folder of [root, first]) rmSync(folder, { recursive: true, force: true });
});

it("names and numbers every document, in the order in which it stands", () => {
  const names = run.documents.map(({ source }) => `${source.path}:${source.record ?? ""}`);
  expect(names.slice(0, 2)).toEqual(["archive.zip/z.txt:", "archive.zip/lines.jsonl:1"]);
  expect(names.filter((name) => name.startsWith("crawl.warc:")).slice(0, 3)).toEqual([
    "crawl.warc:2",
    "crawl.warc:4",
    "crawl.warc:6",
  ]);
  expect(names).toContain("text.warc.wet.gz:10");
  expect(names.at(-1)).toBe("z.txt:");
  expect(run.documents.find(({ source }) => source.path === "crawl.warc")?.source).toMatchObject({
    url: "https://news.example/100",
    host: "news.example",
    fetched: "2025-03-04T05:06:07Z",
  });
  expect(run.failures.map(({ path, record, reason }) => `${path}:${record ?? ""} ${reason}`)).toEqual([
    "archive.zip/lines.jsonl:8 invalid-json",
    "archive.zip: unsafe-name",
    "archive.zip/blank.txt: empty",
    "cut.tar.gz/lines.jsonl:8 invalid-json",
    "cut.tar.gz: unsafe-name",
    "cut.tar.gz/inner.zip: damaged",
    "cut.tar.gz: damaged",
    expect.stringMatching(/^cut\.warc\.gz:\d+ damaged$/),
    "table.csv:21 no-text",
    "tape.tar.zst/lines.jsonl:8 invalid-json",
    "tape.tar.zst: unsafe-name",
    "tape.tar.zst/blank.txt: empty",
  ]);
});

it("accounts for all that the containers hold", () => {
  const { summary, documents, failures } = run;
  expect(summary.skippedByReason).toMatchObject({
    "http-status": expect.any(Number),
    "record-type": expect.any(Number),
  });
  expect(summary.inputs).toBe(documents.length + summary.duplicates + failures.length + summary.skipped);
});

it.each([2, 4])("writes the same bytes with %i workers", async (workers) => {
  expect(digest(await runOver([root], { workers }))).toEqual(digest(run));
});

it("holds the law", async () => {
  expect(await problemsOf(run.out)).toEqual([]);
});
