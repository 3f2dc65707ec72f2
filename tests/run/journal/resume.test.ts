import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { RecordOptions } from "../../../src/run/record-options.ts";
import type { JournalOptions } from "../../../src/run/run-options.ts";
import { generatedCorpus, numbersFrom, paragraphs } from "../generated-corpus.ts";
import { folderWith, problemsOf, runOver, type WrittenRun } from "../written-run.ts";

const OUTPUTS = ["documents.jsonl", "ledger.jsonl", "failures.jsonl"];
const texts = paragraphs(numbersFrom(31), 12);
const line = (text: string): string => `${JSON.stringify({ text })}\n`;

const bytesOf = ({ out }: WrittenRun): string[] => OUTPUTS.map((name) => readFileSync(join(out, name), "utf8"));

interface Choices extends Partial<JournalOptions> {
  readonly record?: Partial<RecordOptions>;
  readonly workers?: number;
}

function resume(root: string, out: string, { record, workers, ...choices }: Choices = {}): Promise<WrittenRun> {
  return runOver([root], {
    out,
    journal: { folder: join(out, ".dehusk"), ...choices },
    ...(record && { record }),
    ...(workers && { workers }),
  });
}

/** What a run without a past makes of it. */
const undisturbed = async (root: string, record?: Partial<RecordOptions>): Promise<string[]> =>
  bytesOf(await runOver([root], record ? { record } : {}));

it("makes nothing twice, and writes the same bytes", async () => {
  const root = folderWith(generatedCorpus());
  const out = folderWith();
  const first = await resume(root, out, { workers: 2 });
  const { inputs } = first.summary;
  expect(first.summary.resumed).toEqual({ reused: 0, redone: inputs, vanished: 0 });
  expect(bytesOf(first)).toEqual(await undisturbed(root));
  const again = await resume(root, out);
  // What is listed as empty by no worker has no answer to be kept.
  expect(again.summary.resumed!.redone).toBeLessThanOrEqual(2);
  expect(bytesOf(again)).toEqual(bytesOf(first));
  expect(await problemsOf(out)).toEqual([]);
});

it("cleans what is new or changed, and forgets what is gone", async () => {
  const root = folderWith({ "a.txt": texts[0]!, "b.txt": texts[1]!, "c.txt": texts[2]!, "d.txt": texts[3]! });
  const out = folderWith();
  await resume(root, out);
  writeFileSync(join(root, "b.txt"), texts[4]!);
  writeFileSync(join(root, "aa.txt"), texts[5]!);
  rmSync(join(root, "d.txt"));
  const next = await resume(root, out);
  expect(next.summary.resumed).toEqual({ reused: 2, redone: 2, vanished: 1 });
  expect(bytesOf(next)).toEqual(await undisturbed(root));
  expect((await resume(root, out)).summary.resumed).toEqual({ reused: 4, redone: 0, vanished: 0 });
});

it("knows a file of the same size and time by its content while its time is young", async () => {
  const root = folderWith({ "a.txt": `${texts[0]} One.` });
  const out = folderWith();
  await resume(root, out);
  const { atime, mtime } = statSync(join(root, "a.txt"));
  writeFileSync(join(root, "a.txt"), `${texts[0]} Two.`);
  utimesSync(join(root, "a.txt"), atime, mtime);
  expect((await resume(root, out)).documents[0]?.text).toContain("Two.");
});

it("knows a file that was only touched or copied", async () => {
  const root = folderWith({ "a.txt": texts[0]!, "b.txt": texts[1]! });
  const out = folderWith();
  await resume(root, out);
  utimesSync(join(root, "a.txt"), 1e9, 1e9);
  rmSync(join(root, "b.txt"));
  writeFileSync(join(root, "b.txt"), texts[1]!);
  for (const checkContent of [false, true])
    expect((await resume(root, out, { checkContent })).summary.resumed).toMatchObject({ reused: 2, redone: 0 });
});

it("cleans of lines only what was added at their end", async () => {
  const next = numbersFrom(37);
  const many = Array.from({ length: 2400 }, () => line(paragraphs(next, 2).join("\n\n"))).join("");
  const root = folderWith({ "a.jsonl": many });
  const out = folderWith();
  await resume(root, out);
  appendFileSync(join(root, "a.jsonl"), line(texts[0]!));
  const grown = await resume(root, out);
  expect(grown.summary.inputs).toBe(2401);
  expect(grown.summary.resumed!.redone).toBeLessThan(1200);
  expect(grown.summary.resumed!.reused).toBeGreaterThan(1000);
  expect(bytesOf(grown)).toEqual(await undisturbed(root));
});

it("starts over, and says so, when the options are others", async () => {
  const root = folderWith({ "a.txt": `# ${texts[0]}`, "b.md": texts[1]! });
  const out = folderWith();
  await resume(root, out);
  const said: (readonly string[])[] = [];
  const onChange = (differences: readonly string[]) => void said.push(differences);
  const record = { format: "markdown" } as const;
  const next = await resume(root, out, { record, onChange });
  expect(said).toEqual([["the options are others"]]);
  expect(next.summary.resumed).toEqual({ reused: 0, redone: 2, vanished: 0 });
  expect(bytesOf(next)).toEqual(await undisturbed(root, record));
  expect((await resume(root, out, { record, onChange })).summary.resumed).toMatchObject({ reused: 2 });
  expect((await resume(root, out, { record, onChange, fresh: true })).summary.resumed).toMatchObject({ redone: 2 });
  expect(said).toHaveLength(1);
});

it("goes on after a journal that was torn anywhere", async () => {
  const files = Object.fromEntries(texts.map((text, i) => [`${i}.txt`, text]));
  const root = folderWith(files);
  const expected = await undisturbed(root);
  const out = folderWith();
  const folder = join(out, ".dehusk");
  await resume(root, out);
  const { size } = statSync(join(folder, "journal"));
  const next = numbersFrom(41);
  for (let i = 0; i < 12; i++) {
    truncateSync(join(folder, "journal"), next(size + 1));
    if (i % 3 === 0) appendFileSync(join(folder, "journal"), "00000000 {}\nand more");
    const data = readdirSync(folder).find((name) => name.startsWith("drafts-"))!;
    if (i % 4 === 1) truncateSync(join(folder, data), next(4000));
    expect(bytesOf(await resume(root, out))).toEqual(expected);
    expect(readdirSync(folder)).toHaveLength(2);
  }
});

it("takes the room of the dead back when it is more than half", async () => {
  const big = (seed: number): string => paragraphs(numbersFrom(seed), 5000).join("\n\n");
  const root = folderWith({ "a.txt": texts[0]!, "b.txt": big(1) });
  const out = folderWith();
  const sizes: number[] = [];
  for (let seed = 2; seed < 6; seed++) {
    const { summary } = await resume(root, out);
    expect(summary.documents).toBe(2);
    const folder = join(out, ".dehusk");
    const data = readdirSync(folder).filter((name) => name.startsWith("drafts-"));
    expect(data).toHaveLength(1);
    sizes.push(statSync(join(folder, data[0]!)).size);
    writeFileSync(join(root, "b.txt"), big(seed));
  }
  expect(Math.max(...sizes)).toBeLessThan(2.5 * sizes[0]!);
  expect(sizes.slice(1)).toContainEqual(expect.closeTo(sizes[0]!, -5));
  expect(bytesOf(await resume(root, out))).toEqual(await undisturbed(root));
});
