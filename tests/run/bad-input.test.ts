import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { OutputFolder } from "../../src/sinks/output-folder.ts";
import { numbersFrom, paragraphs } from "./generated-corpus.ts";
import { folderWith, problemsOf, runOver } from "./written-run.ts";

const prose = paragraphs(numbersFrom(7), 3).join("\n\n");
const next = numbersFrom(3);
const noise = Uint8Array.from({ length: 5000 }, () => next(256));

it.each<readonly [name: string, content: string | Uint8Array, reason: string]>([
  ["nothing.txt", "", "empty"],
  ["nothing.jsonl", "", "empty"],
  ["blank.txt", " \n \t\n", "empty"],
  ["marks.txt", "\ufeff\u200b\u200e", "empty"],
  ["blank.jsonl", "\n\r\n", "empty"],
  ["picture.txt", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "binary"],
  ["noise.txt", noise, "binary"],
  ["zeros.txt", new Uint8Array(900), "binary"],
  ["broken.json", '{"text": "cut', "invalid-json"],
  ["latin.jsonl", Buffer.from('{"text": "caf\xe9"}\n', "latin1"), "undecodable"],
  ["tagsonly.html", "<div><img src=x></div>", "empty"],
])("%s is a failure and the rest is cleaned", async (name, content, reason) => {
  const { documents, failures, summary, out } = await runOver([folderWith({ [name]: content, "z.txt": prose })]);
  expect(failures).toEqual([expect.objectContaining({ path: name, reason })]);
  expect(failures[0]?.message).toMatch(/\.$/);
  expect(documents.map(({ source }) => source.path)).toEqual(["z.txt"]);
  expect(summary).toMatchObject({ inputs: 2, documents: 1, failures: 1 });
  expect(await problemsOf(out)).toEqual([]);
});

it.each<readonly [name: string, content: string | Uint8Array, charset: string, flags: readonly string[]]>([
  ["mark.txt", `\ufeff${prose}`, "utf-8", []],
  ["crlf.txt", prose.replaceAll("\n", "\r\n"), "utf-8", []],
  ["wide.txt", Buffer.from(`\ufeff${prose}`, "utf16le"), "utf-16le", []],
  ["wide-unmarked.txt", Buffer.from(prose, "utf16le"), "utf-16le", []],
  ["wide-big.txt", Buffer.from(`\ufeff${prose}`, "utf16le").swap16(), "utf-16be", []],
  [
    "broken.txt",
    Buffer.concat([Buffer.from(`${prose} é ä ö é ä ö é ä ö ü `), Buffer.of(0xff)]),
    "utf-8",
    ["broken-utf8"],
  ],
  ["fragment.html", `<p>${prose}</p></div></td>`, "utf-8", []],
])("%s is a clean record", async (name, content, charset, flags) => {
  const { documents, failures, out } = await runOver([folderWith({ [name]: content })]);
  expect(failures).toEqual([]);
  expect(documents[0]?.source.charset).toBe(charset);
  expect(documents[0]?.flags).toEqual(flags);
  expect(documents[0]?.text.replaceAll(/\s+/g, " ")).toContain(prose.replaceAll(/\s+/g, " ").slice(0, 200));
  expect(await problemsOf(out)).toEqual([]);
});

it("numbers the broken line of JSON Lines and reads on", async () => {
  const lines = [
    `{"text": ${JSON.stringify(prose)}}`,
    '{"text": "cut',
    "",
    '["no object"]',
    '{"text": "The last one\u2028stays."}',
  ];
  const { documents, failures, out } = await runOver([folderWith({ "a.jsonl": lines.join("\r\n") })]);
  expect(failures.map(({ record, reason }) => [record, reason])).toEqual([
    [2, "invalid-json"],
    [4, "invalid-json"],
  ]);
  expect(documents.map(({ source }) => source.record)).toEqual([1, 5]);
  expect(await problemsOf(out)).toEqual([]);
});

it("reports a loop of links, a dangling one and a pipe, and opens none of them", async () => {
  const folder = folderWith({ "a.txt": prose, "below/b.txt": `${prose} And more.` });
  symlinkSync("..", join(folder, "below/loop"));
  symlinkSync("self", join(folder, "self"));
  symlinkSync("nowhere", join(folder, "dangling"));
  execFileSync("mkfifo", [join(folder, "pipe.txt")]);
  const { failures } = await runOver([folder]);
  expect(failures.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
    "below/loop symlink-loop",
    "dangling unreadable",
    "pipe.txt unreadable",
    "self symlink-loop",
  ]);
});

/** A run asks its output about every file that was listed: the moment between listing and reading. */
class Saboteur extends OutputFolder {
  private readonly sabotage: () => void;
  private done = false;

  constructor(folder: string, sabotage: () => void) {
    super(folder);
    this.sabotage = sabotage;
  }

  override owns(file: string): boolean {
    if (!this.done) this.sabotage();
    this.done = true;
    return super.owns(file);
  }
}

it("reports files that are deleted, or become folders or pipes, between listing and reading", async () => {
  const line = `${JSON.stringify({ text: prose })}\n`;
  const folder = folderWith({
    "a.jsonl": line,
    "b.txt": line,
    "c.txt": line,
    "d.jsonl": line,
    "e.jsonl": line,
    "f.jsonl": line,
  });
  const out = folderWith();
  const sabotage = (): void => {
    for (const name of ["b.txt", "c.txt", "d.jsonl", "e.jsonl", "f.jsonl"]) rmSync(join(folder, name));
    for (const name of ["c.txt", "e.jsonl"]) mkdirSync(join(folder, name));
    execFileSync("mkfifo", [join(folder, "f.jsonl")]);
  };
  const { failures, documents, summary } = await runOver([folder], { out, output: new Saboteur(out, sabotage) });
  expect(failures.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
    "b.txt vanished",
    "c.txt unreadable",
    "d.jsonl vanished",
    "e.jsonl unreadable",
    "f.jsonl unreadable",
  ]);
  expect(documents).toHaveLength(1);
  expect(summary.inputs).toBe(6);
});

it("keeps every name apart, whatever is in it", async () => {
  const names = [
    "new\nline.txt",
    "\u{1f525} fire.txt",
    "\u0641\u0627\u0631\u0633\u06cc.txt",
    "e\u0301.txt",
    "\u00e9.txt",
    "a;b $(c).txt",
  ];
  const texts = paragraphs(numbersFrom(11), names.length);
  const { documents, out } = await runOver([folderWith(Object.fromEntries(names.map((name, i) => [name, texts[i]!])))]);
  expect(documents.map(({ source }) => source.path)).toEqual(names.toSorted());
  expect(await problemsOf(out)).toEqual([]);
});

it("gives an id to one document only, and flags the others that bring it", async () => {
  const texts = paragraphs(numbersFrom(12), 3);
  const lines = texts.map((text) => JSON.stringify({ id: "same", text }));
  const { documents, summary, out } = await runOver([
    folderWith({ "a.jsonl": lines.slice(0, 2).join("\n"), "b.jsonl": lines[2]! }),
  ]);
  expect(new Set(documents.map(({ id }) => id)).size).toBe(3);
  expect(documents.map(({ flags }) => flags)).toEqual([[], ["duplicate-id"], ["duplicate-id"]]);
  expect(summary.flags).toEqual({ "duplicate-id": 2 });
  expect(await problemsOf(out)).toEqual([]);
});
