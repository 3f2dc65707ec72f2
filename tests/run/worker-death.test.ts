import { join } from "node:path";
import { expect, it, vi } from "vitest";
import type { BatchItem } from "../../src/run/clean-item.ts";
import { Spool } from "../../src/run/spool.ts";
import { WorkerPool } from "../../src/run/worker-pool.ts";
import { defaultFields } from "../../src/sources/json-record.ts";
import { numbersFrom, paragraphs } from "./generated-corpus.ts";
import { folderWith, problemsOf, runOver } from "./written-run.ts";

// A real lack of memory would do, but now and then V8 takes the whole process down with the thread.
vi.mock("node:worker_threads", async (original) => {
  const { Worker } = await original<typeof import("node:worker_threads")>();
  class MortalWorker extends Worker {
    constructor(...[, options]: ConstructorParameters<typeof Worker>) {
      super(new URL("./poisoned-worker.ts", import.meta.url), options);
    }
  }
  return { Worker: MortalWorker };
});

const texts = paragraphs(numbersFrom(5), 60);

it("loses nothing but the file that killed its worker", async () => {
  const files = Object.fromEntries(texts.map((text, i) => [`${String(i).padStart(2, "0")}.txt`, text]));
  const folder = folderWith({ ...files, "30-deadly.txt": "arsenic" });
  const { documents, failures, summary, out } = await runOver([folder], { workers: 2 });
  expect(failures).toEqual([expect.objectContaining({ path: "30-deadly.txt", reason: "crashed" })]);
  expect(failures[0]?.message).toContain("the arsenic was found");
  expect(documents.map(({ source }) => source.path)).toEqual(Object.keys(files));
  expect(summary.inputs).toBe(61);
  expect(await problemsOf(out)).toEqual([]);
});

it("loses nothing but the line that killed its worker", async () => {
  const lines = texts.map((text, i) => JSON.stringify({ id: `id-${i}`, text: i === 17 ? "hemlock" : text }));
  const folder = folderWith({ "a.jsonl": `${lines.join("\n")}\n` });
  const { documents, failures } = await runOver([folder], { workers: 2 });
  expect(failures).toEqual([expect.objectContaining({ path: "a.jsonl", record: 18, reason: "crashed" })]);
  expect(documents).toHaveLength(59);
});

it("tries the lines of a chunk one by one, and what waited behind them as it was", async () => {
  const folder = folderWith({ "other.txt": texts[0]! });
  const input = { path: "a.jsonl", file: "", bytes: 0 };
  const other = { path: "other.txt", file: join(folder, "other.txt"), bytes: 0 };
  const chunk = ["one", "arsenic", "three", "", "hemlock", "six"]
    .map((text) => text && JSON.stringify({ text }))
    .join("\n");
  const bytes = new TextEncoder().encode(chunk);
  const items: BatchItem[] = [
    { order: 0, input, parcel: { kind: "lines", path: "a.jsonl", part: 0, bytes, firstRecord: 100 } },
  ];
  const spool = Spool.open(folder);
  const pool = new WorkerPool(2, { fields: defaultFields, dedupe: true, learn: true }, spool);
  const jobs = [items, [{ order: 1, input: other }], [{ order: 1, input: other }], [{ order: 1, input: other }]];
  const [results, ...others] = await Promise.all(jobs.map((job) => pool.run(job)));
  await pool.close();
  spool.close();
  expect(results?.flatMap(({ drafts }) => drafts.map(({ record }) => record))).toEqual([100, 102, 105]);
  expect(results?.flatMap(({ failures }) => failures.map(({ record }) => record))).toEqual([101, 104]);
  expect(others.flat().map(({ drafts }) => drafts.length)).toEqual([1, 1, 1]);
});

it.each([1, 2])(
  "ends a thread that is stuck, and loses nothing but the file it was at, with %i worker",
  async (workers) => {
    const files = Object.fromEntries(texts.map((text, i) => [`${String(i).padStart(2, "0")}.txt`, text]));
    const folder = folderWith({ ...files, "30-endless.txt": "treacle" });
    const { documents, failures, summary, out } = await runOver([folder], { workers, limits: { documentTime: 4000 } });
    expect(failures.map(({ path, reason }) => [path, reason])).toEqual([["30-endless.txt", "timeout"]]);
    expect(failures[0]?.message).toBe("It was not cleaned within 4 s, and its thread was ended.");
    expect(documents.map(({ source }) => source.path)).toEqual(Object.keys(files));
    expect(summary.inputs).toBe(61);
    expect(await problemsOf(out)).toEqual([]);
  },
);

it("loses nothing but the line that a thread was stuck at", async () => {
  const lines = texts.slice(0, 9).map((text, i) => JSON.stringify({ text: i === 6 ? "treacle" : text }));
  const folder = folderWith({ "a.jsonl": `${lines.join("\n")}\n`, "b.txt": texts[20]! });
  const { documents, failures } = await runOver([folder], { limits: { documentTime: 4000 } });
  expect(failures).toEqual([expect.objectContaining({ path: "a.jsonl", record: 7, reason: "timeout" })]);
  expect(documents).toHaveLength(9);
});
