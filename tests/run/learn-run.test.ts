import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Profile } from "../../src/learn/profile.ts";
import { cleanRun } from "../../src/run/clean-run.ts";
import { learnRun } from "../../src/run/learn-run.ts";
import { OutputFolder } from "../../src/sinks/output-folder.ts";
import { defaultFields } from "../../src/sources/json-record.ts";
import { emptyFolder } from "../run-folder.ts";
import { numbersFrom, paragraphs } from "./generated-corpus.ts";
import { folderWith, problemsOf, readRun } from "./written-run.ts";

const NAMES = ["Anu Kask", "Jaan Tamm", "Rein Lepik", "Mari Saar", "Tiiu Oja", "Uku Mets"];

function corpus(): Record<string, string> {
  const next = numbersFrom(23);
  const files: Record<string, string> = { "bad.txt": "" };
  for (let i = 0; i < 18; i++) {
    const tail = [`Loe ka seda lugu: ${NAMES[i % 6]}`, `Loetud ${i} korda`];
    files[`sadam/lugu-${i}.txt`] = [...paragraphs(next, 3), ...tail].join("\n\n");
  }
  // A copy teaches nothing.
  files["sadam/lugu-99.txt"] = files["sadam/lugu-3.txt"]!;
  const lines = Array.from({ length: 8 }, (_, i) =>
    JSON.stringify({
      text: ["Avaleht", ...paragraphs(next, 2)].join("\n\n"),
      title: "Lugu",
      url: `https://b.example/${i}`,
    }),
  );
  files["b.jsonl"] = lines.join("\n");
  return files;
}

const root = emptyFolder(corpus());
afterAll(() => rmSync(root, { recursive: true, force: true }));

const learn = (workers: number, roots: readonly string[] = [root]) =>
  learnRun({ roots, workers, record: { fields: defaultFields }, temporaryFolder: folderWith() });

async function cleanWith(profile: Profile | undefined, learning: boolean) {
  const out = folderWith();
  const record = { fields: defaultFields, dedupe: true, learn: learning, ...(profile && { profile }) };
  await cleanRun({ roots: [root], record, workers: 1, temporaryFolder: out, output: new OutputFolder(out) });
  return readRun(out);
}

it("lists the lines of each source with their counts and three examples", async () => {
  const { profile, documents, failures } = await learn(1);
  expect({ documents, failures, sources: Object.keys(profile.sources) }).toEqual({
    documents: 27,
    failures: 1,
    sources: ["b.example", "folder:sadam"],
  });
  expect(profile.sources["b.example"]).toMatchObject({
    pages: 8,
    lines: [
      { line: "avaleht", positions: ["head"], pages: 8, share: 1, examples: [{ document: "b.jsonl#1" }, {}, {}] },
    ],
  });
  const lines = profile.sources["folder:sadam"]!.lines;
  expect(lines.map(({ line, pages }) => [line, pages])).toEqual([
    ["loe ka seda {}", 18],
    ["loetud 0 korda", 18],
  ]);
  const [example] = lines[0]!.examples!;
  expect(example).toMatchObject({ document: "sadam/lugu-0.txt", text: "Loe ka seda lugu: Anu Kask" });
  expect(example!.after).toBe("Loetud 0 korda");
  expect(example!.before).toHaveLength(80);
});

it("writes the same for any number of workers and any order of the roots", async () => {
  const { profile } = await learn(1);
  expect((await learn(3)).profile).toEqual(profile);
  expect(
    (
      await learn(
        2,
        ["sadam", "b.jsonl", "bad.txt"].map((name) => join(root, name)),
      )
    ).profile,
  ).toEqual(profile);
});

it("takes with a profile what it takes by learning, and not what is marked to be kept", async () => {
  const { profile } = await learn(1);
  const [applied, learned] = [await cleanWith(profile, false), await cleanWith(undefined, true)];
  // The copy comes first to its profile, and is then dropped as one.
  const of = ({ ledger }: typeof applied) => ledger.filter(({ rule }) => rule === "learned/furniture");
  expect(of(applied)).toEqual(of(learned));
  expect(applied.documents.map(({ text }) => text)).toEqual(learned.documents.map(({ text }) => text));
  expect(applied.summary.profile).toMatch(/^[0-9a-f]{64}$/);
  expect(applied.summary.options).not.toHaveProperty("profile");
  expect(await problemsOf(applied.out)).toEqual([]);
  const kept = Object.entries(profile.sources).map(([name, { lines }]) => [
    name,
    { lines: lines.map((line) => ({ ...line, keep: true })) },
  ]);
  expect(of(await cleanWith({ ...profile, sources: Object.fromEntries(kept) }, false))).toEqual([]);
});
