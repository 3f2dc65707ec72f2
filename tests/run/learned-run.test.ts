import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cleanRun } from "../../src/run/clean-run.ts";
import { OutputFolder } from "../../src/sinks/output-folder.ts";
import { defaultFields } from "../../src/sources/json-record.ts";
import { emptyFolder } from "../run-folder.ts";
import { numbersFrom, paragraphs } from "./generated-corpus.ts";
import { folderWith, problemsOf, readRun, runOver, type WrittenRun } from "./written-run.ts";

const next = numbersFrom(17);
const TAIL = ["Jaga seda lugu sõpradega", "Üles tagasi"];

/** 24 texts in two folders, 12 records of two hosts and 8 pages of one, with furniture in a language of no pack. */
function corpus(): Record<string, string> {
  const files: Record<string, string> = {};
  for (let i = 0; i < 24; i++)
    files[`${i % 2 ? "muuseum" : "sadam"}/lugu-${i}.txt`] = [
      ...paragraphs(next, 3),
      `Vaadatud ${i * 31} korda`,
      ...(i % 2 ? [] : TAIL),
    ].join("\n\n");
  files["sadam/ainult.txt"] = TAIL.join("\n\n");
  const lines = Array.from({ length: 12 }, (_, i) => {
    const text = ["Avaleht ja teated", ...paragraphs(next, 2), ...TAIL].join("\n\n");
    return JSON.stringify({ text, title: `Lugu ${i}`, url: `https://www.host-${i % 2}.example/${i}` });
  });
  files["read.jsonl"] = lines.join("\n");
  for (let i = 0; i < 8; i++) {
    const body = [...paragraphs(next, 4), "Toimetuse telefon & aadress"].map(
      (text) => `<p>${text.replace("&", "&amp;")}`,
    );
    files[`lehed/${i}.html`] =
      `<link rel=canonical href="https://leht.example/${i}"><title>Lugu ${i}</title><article>${body.join("")}</article>`;
  }
  return files;
}

const root = emptyFolder(corpus());
const first = emptyFolder();
let run: WrittenRun;

const outputs = (out: string): string[] =>
  ["documents.jsonl", "ledger.jsonl"].map((name) => readFileSync(join(out, name), "utf8"));

beforeAll(async () => {
  run = await runOver([root], { out: first });
});

afterAll(() => {
  for (const folder of [root, first]) rmSync(folder, { recursive: true, force: true });
});

it("takes what repeats on the pages of one source, and says on how many", () => {
  const learned = run.ledger.filter(({ rule }) => rule === "learned/furniture");
  const counts = Map.groupBy(
    learned,
    ({ text, repeats }) => `${text.replace(/\d+/, "0")} ${repeats!.pages}/${repeats!.of}`,
  );
  expect(Object.fromEntries([...counts].map(([line, all]) => [line, all.length]))).toEqual({
    "Vaadatud 0 korda 12/12": 12,
    "Vaadatud 0 korda 12/13": 12,
    "Jaga seda lugu sõpradega 13/13": 12,
    "Üles tagasi 13/13": 12,
    "Avaleht ja teated 6/6": 12,
    "Jaga seda lugu sõpradega 6/6": 12,
    "Üles tagasi 6/6": 12,
    "Toimetuse telefon & aadress 8/8": 8,
  });
  expect(run.summary.removedByRule["learned/furniture"]).toBe(learned.reduce((sum, { text }) => sum + text.length, 0));
  expect(run.summary.droppedParagraphs).toBe(0);
  const whole = run.documents.find(({ source }) => source.path === "sadam/ainult.txt")!;
  expect([whole.text, whole.flags]).toEqual([TAIL.join("\n\n"), ["rolled-back:learned"]]);
});

it("holds the law, and writes the same bytes with more workers and for roots in another order", async () => {
  expect(await problemsOf(first)).toEqual([]);
  for (const workers of [2, 3]) expect(outputs((await runOver([root], { workers })).out)).toEqual(outputs(first));
  const roots = ["sadam", "read.jsonl", "muuseum", "lehed"].map((name) => join(root, name));
  expect(outputs((await runOver(roots)).out)).toEqual(outputs(first));
});

it.each([
  { dedupe: true, learn: false },
  { dedupe: false, learn: true },
  { dedupe: false, learn: false },
])("learns only where it is to: %o", async (options) => {
  const out = folderWith();
  const record = { fields: defaultFields, ...options };
  await cleanRun({ roots: [root], record, workers: 1, temporaryFolder: out, output: new OutputFolder(out) });
  const { ledger, summary } = readRun(out);
  expect(ledger.some(({ rule }) => rule === "learned/furniture")).toBe(options.learn);
  expect(summary.options).toMatchObject(options);
  expect(await problemsOf(out)).toEqual([]);
});
