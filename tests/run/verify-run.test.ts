import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/core/usage-error.ts";
import { verifyRun } from "../../src/run/verify-run.ts";
import { numbersFrom, paragraphs } from "./generated-corpus.ts";
import { folderWith, problemsOf, runOver } from "./written-run.ts";

const texts = paragraphs(numbersFrom(31), 12);
const DEBRIS = 'He met <a href="/tag/jack-wood-1" title="View all posts about Wood">General jack Wood</a> on Monday.';
const files: Readonly<Record<string, string>> = {
  "a.txt": `${texts[0]}\n\n${texts[1]}`,
  "b.txt": `${texts[2]}\n\n${DEBRIS}\n\n${texts[3]} &amp; more.\n\n${texts[4]} &amp; less.`,
  "c.txt": `${texts[0]}\n\n${texts[1]}`,
  "d.jsonl": `${JSON.stringify({ text: texts[5] })}\nbroken\n${JSON.stringify({ text: `${texts[6]}\n\n${texts[2]}` })}\n`,
  "e.txt": texts[7]!,
};

type Lines = (file: string, change: (lines: string[]) => readonly string[]) => void;

/** A finished run in which `change` may alter lines of an output. */
async function tamperedRun(change: (lines: Lines, root: string) => void): Promise<string[]> {
  const root = folderWith(files);
  const { out } = await runOver([root]);
  change((file, edit) => {
    const lines = readFileSync(join(out, file), "utf8").split("\n").filter(Boolean);
    writeFileSync(
      join(out, file),
      edit(lines)
        .map((line) => `${line}\n`)
        .join(""),
    );
  }, root);
  return problemsOf(out);
}

/** Changes the first line that holds `mark`, and fails where none does. */
function changed(lines: readonly string[], mark: string, change: (line: string) => string): string[] {
  const at = lines.findIndex((line) => line.includes(mark));
  const line = change(lines[at]!);
  expect(line).not.toBe(lines[at]);
  return lines.with(at, line);
}

it("finds nothing wrong with a sound run", async () => {
  expect(await tamperedRun(() => {})).toEqual([]);
});

describe("finds", () => {
  it("a changed paragraph", async () => {
    const problems = await tamperedRun((lines) =>
      lines("documents.jsonl", (all) =>
        changed(all, '"path":"a.txt"', (line) => line.replace(texts[1]!, texts[1]!.replace("e", "a"))),
      ),
    );
    expect(problems).toEqual([expect.stringMatching(/^a\.txt paragraph 1 at .* is not its source/)]);
  });

  it.each([
    ["two words that became one", (line: string) => line.replace(texts[1]!, texts[1]!.replace(" ", ""))],
    ["another word between the paragraphs", (line: string) => line.replace("\\n\\n", "no")],
    ["an offset of a paragraph", (line: string) => line.replace(/"start":0/, '"start":1')],
    ["a place in the text", (line: string) => line.replace(/"at":[1-9]\d*/, '"at":5')],
  ])("%s", async (_, change) => {
    const problems = await tamperedRun((lines) => lines("documents.jsonl", (all) => changed(all, '"a.txt"', change)));
    expect(problems[0]).toMatch(/^a\.txt /);
  });

  it.each<readonly [name: string, mark: string, change: (line: string) => string]>([
    ["an offset in the ledger", "repair/", (line) => line.replace(/"start":\d+/, '"start":3')],
    ["an end in the ledger", "repair/", (line) => line.replace(/"end":(\d+)/, (_, end) => `"end":${Number(end) + 4}`)],
    ["another replacement", '"&amp;"', (line) => line.replace('"replacement":"&"', '"replacement":"and"')],
    [
      "text put where no paragraph is",
      "dedupe/identical-p",
      (line) => line.replace('"text":', '"replacement":"new","text":'),
    ],
    ["another quotation", "dedupe/identical-p", (line) => line.replace(texts[2]!, texts[3]!)],
  ])("%s", async (_, mark, change) => {
    expect(await tamperedRun((lines) => lines("ledger.jsonl", (all) => changed(all, mark, change)))).not.toEqual([]);
  });

  it("a replacement that moved to the next change", async () => {
    const problems = await tamperedRun((lines) =>
      lines("ledger.jsonl", (all) => {
        const moved = changed(all, '"&amp;"', (line) => line.replace('"replacement":"&"', '"replacement":""'));
        return moved.map((line, i) =>
          line === all[i] ? line.replace('"replacement":"&"', '"replacement":"&&"') : line,
        );
      }),
    );
    expect(problems).toHaveLength(2);
  });

  it("every missing line, whichever it is", async () => {
    const { out } = await runOver([folderWith(files)]);
    for (const file of ["documents.jsonl", "ledger.jsonl", "failures.jsonl"]) {
      const all = readFileSync(join(out, file), "utf8").split("\n").filter(Boolean);
      for (const i of all.keys()) {
        writeFileSync(
          join(out, file),
          all
            .toSpliced(i, 1)
            .map((line) => `${line}\n`)
            .join(""),
        );
        expect(await problemsOf(out), `${file} without line ${i + 1}`).not.toEqual([]);
      }
      writeFileSync(join(out, file), all.map((line) => `${line}\n`).join(""));
    }
    expect(await problemsOf(out)).toEqual([]);
  });

  it.each(["documents.jsonl", "ledger.jsonl", "failures.jsonl"])(
    "every line of %s that is there twice",
    async (file) => {
      for (let i = 0; i < 3; i++) {
        const problems = await tamperedRun((lines) => lines(file, (all) => all.toSpliced(i, 0, all[i % all.length]!)));
        expect(problems, `${file}, line ${i + 1}`).not.toEqual([]);
      }
    },
  );

  it("a source that changed, one that is gone, and only those", async () => {
    const problems = await tamperedRun((_, root) => {
      writeFileSync(join(root, "a.txt"), `${files["a.txt"]} And one more.`);
      rmSync(join(root, "b.txt"));
      writeFileSync(join(root, "f.txt"), "It came later.");
    });
    expect(problems).toEqual([
      "a.txt has changed since the run",
      "b.txt is a document of the run, but its source is not there",
      "f.txt is in no output of the run",
    ]);
  });

  it("another count in run.json", async () => {
    const problems = await tamperedRun((lines) =>
      lines("run.json", (all) => changed(all, '"inputs"', (line) => line.replace(/\d+/, "99"))),
    );
    expect(problems).toEqual([" run.json: says 99 inputs, but 7 are there"]);
  });
});

it("says what is wrong with a folder that holds no run", async () => {
  await expect(verifyRun(folderWith())).rejects.toThrow(UsageError);
  await expect(verifyRun(folderWith({ "run.json": "{}" }))).rejects.toThrow(/no finished run/);
  const stream = new Blob([JSON.stringify({ text: texts[0] })]).stream();
  const { out } = await runOver(["-"], { stream });
  await expect(verifyRun(out)).rejects.toThrow(/standard input/);
});

it("names the line of an output that is no JSON or breaks the schema", async () => {
  const broken = tamperedRun((lines) => lines("ledger.jsonl", (all) => all.with(1, "{")));
  await expect(broken).rejects.toThrow(/^ledger\.jsonl: line 2 breaks the schema/);
});
