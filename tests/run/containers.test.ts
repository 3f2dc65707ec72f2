import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { emptyFolder } from "../run-folder.ts";
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
  expect(names.slice(0, 3)).toEqual(["crawl.warc:2", "crawl.warc:4", "crawl.warc:6"]);
  expect(names).toContain("text.warc.wet.gz:10");
  expect(names.at(-1)).toBe("z.txt:");
  expect(run.documents[0]?.source).toMatchObject({
    url: "https://news.example/100",
    host: "news.example",
    fetched: "2025-03-04T05:06:07Z",
  });
  expect(run.failures).toMatchObject([{ path: "cut.warc.gz", reason: "damaged" }]);
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
