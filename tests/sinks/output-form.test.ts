import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { expect, it } from "vitest";
import { UsageError } from "../../src/core/usage-error.ts";
import { cleanRun } from "../../src/run/clean-run.ts";
import { OutputFolder } from "../../src/sinks/output-folder.ts";
import type { OutputForm } from "../../src/sinks/output-form.ts";
import { ParquetFile } from "../../src/sinks/parquet-file.ts";
import { parseFields } from "../../src/sinks/parse-fields.ts";
import { readParquet } from "../../src/sinks/read-parquet.ts";
import { defaultFields } from "../../src/sources/json-record.ts";
import { numbersFrom, paragraphs } from "../run/generated-corpus.ts";
import { folderWith, problemsOf } from "../run/written-run.ts";

const texts = paragraphs(numbersFrom(61), 30);
const PAGE = `<html lang="en"><head><title>Piles &amp; quays</title><meta name="keywords" content="quay, pile"></head><body>
<article><h1>Piles &amp; quays</h1><p>The divers went down on Tuesday and came up with a bent nail each.</p></article>`;
const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(texts.map((text, i) => [`${i}.txt`, `${text}\n\n${texts[(i * 7 + 3) % 30]} 💧`])),
  "broken.jsonl": '{"text": "Fine as it is."}\n{oops\n',
  "page.html": PAGE,
};

async function runAs(form: OutputForm, { out = folderWith(), root = folderWith(files) } = {}) {
  const isParquet = form.documents === "parquet";
  const output = new OutputFolder(out, form, isParquet ? (path) => new ParquetFile(path, form) : undefined);
  const record = { fields: defaultFields, dedupe: true, learn: true };
  await cleanRun({ roots: [root], record, workers: 1, temporaryFolder: out, output });
  return out;
}

const namesIn = (out: string): string[] =>
  readdirSync(out)
    .filter((name) => !name.startsWith("."))
    .sort();
const linesIn = (bytes: Uint8Array): unknown[] =>
  Buffer.from(bytes)
    .toString()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
async function rowsIn(path: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const row of readParquet(path)) rows.push(row);
  return rows;
}

const unpack = { gzip: [".gz", gunzipSync], zstd: [".zst", zstdDecompressSync] } as const;

it.each(["gzip", "zstd"] as const)("packs every JSONL output as %s, the same bytes each time", async (compress) => {
  const [ending, open] = unpack[compress];
  const root = folderWith(files);
  const [plain, out, again] = [
    await runAs({}, { root }),
    await runAs({ compress }, { root }),
    await runAs({ compress }, { root }),
  ];
  const outputs = ["documents", "failures", "ledger"];
  expect(namesIn(out)).toEqual([...outputs.map((name) => `${name}.jsonl${ending}`), "run.json"]);
  for (const name of outputs) {
    const packed = readFileSync(join(out, `${name}.jsonl${ending}`));
    expect(open(packed)).toEqual(readFileSync(join(plain, `${name}.jsonl`)));
    expect(readFileSync(join(again, `${name}.jsonl${ending}`))).toEqual(packed);
  }
  expect(await problemsOf(out)).toEqual([]);
});

it("cuts documents into shards by count, and by bytes before packing", async () => {
  const root = folderWith(files);
  const whole = readFileSync(join(await runAs({}, { root }), "documents.jsonl"));
  for (const [shardSize, compress] of [[{ documents: 7 }], [{ bytes: 4000 }], [{ bytes: 4000 }, "gzip"]] as const) {
    const out = await runAs({ shardSize, ...(compress && { compress }) }, { root });
    const names = namesIn(out).filter((name) => name.startsWith("documents"));
    const shards = names
      .map((name) => readFileSync(join(out, name)))
      .map((shard) => (compress ? gunzipSync(shard) : shard));
    expect(names[1]).toBe(`documents-00001.jsonl${compress ? ".gz" : ""}`);
    expect(Buffer.concat(shards)).toEqual(whole);
    for (const [i, shard] of shards.slice(0, -1).entries()) {
      const next = shards[i + 1]!.indexOf(10) + 1;
      if ("documents" in shardSize) expect(linesIn(shard)).toHaveLength(7);
      else expect([shard.length <= 4000, shard.length + next > 4000]).toEqual([true, true]);
    }
    expect(await problemsOf(out)).toEqual([]);
  }
});

it.each([undefined, "gzip", "zstd"] as const)(
  "writes Parquet, packed as %s, that reads back as the same records",
  async (compress) => {
    const root = folderWith(files);
    const records = linesIn(readFileSync(join(await runAs({}, { root }), "documents.jsonl")));
    const form: OutputForm = { documents: "parquet", ...(compress && { compress }) };
    const out = await runAs(form, { root });
    expect(await rowsIn(join(out, "documents.parquet"))).toEqual(records);
    expect(await problemsOf(out)).toEqual([]);
    const again = await runAs(form, { root });
    expect(readFileSync(join(again, "documents.parquet"))).toEqual(readFileSync(join(out, "documents.parquet")));
    const shards = await runAs({ ...form, shardSize: { documents: 10 } }, { root });
    const parts = namesIn(shards).filter((name) => name.startsWith("documents-"));
    expect(parts).toHaveLength(Math.ceil(records.length / 10));
    expect((await Promise.all(parts.map((name) => rowsIn(join(shards, name))))).flat()).toEqual(records);
    expect(await problemsOf(shards)).toEqual([]);
  },
);

it("writes a whole Parquet file of no documents", async () => {
  const out = await runAs({ documents: "parquet" }, { root: folderWith({ "a.txt": "" }) });
  expect(await rowsIn(join(out, "documents.parquet"))).toEqual([]);
  expect(await problemsOf(out)).toEqual([]);
});

it("finds in every form what does not hold", async () => {
  for (const form of [{ compress: "gzip" }, { documents: "parquet" }, { shardSize: { documents: 20 } }] as const) {
    const root = folderWith(files);
    const out = await runAs(form, { root });
    writeFileSync(join(root, "page.html"), PAGE.replace("nail", "rail"));
    expect(await problemsOf(out)).toEqual(["page.html has changed since the run"]);
  }
  const out = await runAs({ shardSize: { documents: 10 } });
  rmSync(join(out, "documents-00001.jsonl"));
  await expect(problemsOf(out)).rejects.toThrow();
});

it("takes what an earlier run wrote in another form away, and nothing else", async () => {
  const root = folderWith(files);
  const out = await runAs({ shardSize: { documents: 3 }, compress: "zstd" }, { root });
  writeFileSync(join(out, "documents-old.jsonl"), "mine");
  await runAs({ shardSize: { documents: 20 }, compress: "zstd" }, { root, out });
  expect(namesIn(out)).toEqual([
    "documents-00000.jsonl.zst",
    "documents-00001.jsonl.zst",
    "documents-old.jsonl",
    "failures.jsonl.zst",
    "ledger.jsonl.zst",
    "run.json",
  ]);
  await runAs({}, { root, out });
  expect(namesIn(out)).toEqual([
    "documents-old.jsonl",
    "documents.jsonl",
    "failures.jsonl",
    "ledger.jsonl",
    "run.json",
  ]);
  // Where no run is known to have written, a file may be somebody's own.
  const other = folderWith({ "documents.parquet": "mine" });
  await runAs({}, { root, out: other });
  expect(namesIn(other)).toContain("documents.parquet");
});

it("takes no output of any form for an input", async () => {
  const root = folderWith(files);
  const out = join(root, "out");
  await runAs({ shardSize: { documents: 9 }, compress: "gzip" }, { root, out });
  const first = readFileSync(join(out, "documents-00000.jsonl.gz"));
  await runAs({ shardSize: { documents: 9 }, compress: "gzip" }, { root, out });
  expect(readFileSync(join(out, "documents-00000.jsonl.gz"))).toEqual(first);
  expect(await problemsOf(out)).toEqual([]);
});

it("writes what is selected, and says what verify needs of it", async () => {
  const root = folderWith(files);
  const fields = parseFields("id,words=text,url=source.url,meta.path=source.path,meta.title=title");
  for (const documents of ["jsonl", "parquet"] as const) {
    const out = await runAs({ documents, fields }, { root });
    const rows =
      documents === "jsonl"
        ? linesIn(readFileSync(join(out, "documents.jsonl")))
        : await rowsIn(join(out, "documents.parquet"));
    const page = rows.find((row) => (row as { meta: { path: string } }).meta.path === "page.html");
    expect(page).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      words: expect.stringContaining("bent nail"),
      ...(documents === "jsonl" && { url: null }),
      meta: { path: "page.html", title: "Piles & quays" },
    });
    await expect(problemsOf(out)).rejects.toThrow(UsageError);
    await expect(problemsOf(out)).rejects.toThrow(/to verify it, source, text, paragraphs, format must be among/);
    const enough = await runAs(
      { documents, fields: parseFields("id,source,format,text,paragraphs,t=title") },
      { root },
    );
    expect(await problemsOf(enough)).toEqual([]);
  }
});
