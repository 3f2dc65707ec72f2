import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { emptyFolder } from "../run-folder.ts";
import { generatedCorpus } from "./generated-corpus.ts";
import { folderWith, problemsOf, runOver, type WrittenRun } from "./written-run.ts";

const OUTPUTS = ["documents.jsonl", "ledger.jsonl", "failures.jsonl"];
const corpus = generatedCorpus();
const root = emptyFolder(corpus);
const first = emptyFolder();
let run: WrittenRun;

const digest = (out: string): string[] =>
  OUTPUTS.map((name) =>
    createHash("sha256")
      .update(readFileSync(join(out, name)))
      .digest("hex"),
  );

beforeAll(async () => {
  run = await runOver([root], { out: first });
});

afterAll(() => {
  for (const folder of [root, first]) rmSync(folder, { recursive: true, force: true });
});

it("runs over something worth it", () => {
  const { summary, failures } = run;
  expect(Object.keys(corpus).length).toBeGreaterThan(190);
  expect(summary.duplicates).toBeGreaterThan(8);
  expect(summary.droppedParagraphs).toBeGreaterThan(20);
  expect(summary.flags["duplicate-id"]).toBeGreaterThan(50);
  expect(new Set(failures.map(({ reason }) => reason))).toEqual(
    new Set(["empty", "binary", "invalid-json", "no-text"]),
  );
});

it.each([2, 4])("writes the same bytes with %i workers", async (workers) => {
  const { out } = await runOver([root], { workers });
  expect(digest(out)).toEqual(digest(first));
});

it("writes the same bytes for roots in any order, named twice or through a link", async () => {
  const parts = readdirSync(root).map((name) => join(root, name));
  const link = join(folderWith(), "link");
  symlinkSync(root, link);
  const orders = [parts.toReversed(), [...parts, parts[3]!], [root, join(root, "lines/2.jsonl")]];
  for (const roots of orders) expect(digest((await runOver(roots)).out)).toEqual(digest(first));
  expect((await runOver([link])).documents).toEqual(run.documents);
});

it("writes the same bytes again into the same folder, also when it lies below the root", async () => {
  const inner = folderWith(corpus);
  const out = join(inner, "output");
  mkdirSync(out);
  for (let i = 0; i < 2; i++) {
    await runOver([inner], { out });
    expect(digest(out)).toEqual(digest(first));
  }
  expect(await problemsOf(out)).toEqual([]);
  expect(readdirSync(out).sort()).toEqual([...OUTPUTS, "run.json"].sort());
});

it("accounts for every input, counted from the files", () => {
  const { summary, documents, ledger, failures } = run;
  const kept = new Set(documents.map(({ id }) => id));
  const dropped = new Set(ledger.map(({ document }) => document).filter((id) => !kept.has(id)));
  let inputs = 0;
  for (const [name, content] of Object.entries(corpus)) {
    const lines = name.endsWith(".jsonl") ? String(content).split("\n").filter(Boolean).length : 1;
    inputs += Math.max(1, lines);
  }
  expect(documents.length + dropped.size + failures.length).toBe(inputs);
  expect(summary).toMatchObject({
    inputs,
    documents: documents.length,
    duplicates: dropped.size,
    failures: failures.length,
  });
});

it("sums up what the files say", () => {
  const { summary, documents, ledger } = run;
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  expect(summary.paragraphs).toBe(sum(documents.map(({ paragraphs }) => paragraphs.length)));
  expect(summary.droppedParagraphs).toBe(sum(documents.map(({ dedupe }) => dedupe?.droppedParagraphs ?? 0)));
  expect(summary.characters).toEqual({
    kept: sum(documents.map(({ text }) => text.length)),
    removed: sum(ledger.map(({ text, replacement = "" }) => text.length - replacement.length)),
  });
  const flags = Map.groupBy(
    documents.flatMap((document) => document.flags),
    (flag) => flag,
  );
  expect(summary.flags).toEqual(Object.fromEntries([...flags].map(([flag, all]) => [flag, all.length])));
});

it("holds the law", async () => {
  expect(await problemsOf(first)).toEqual([]);
});
