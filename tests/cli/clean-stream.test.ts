import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import type { DocumentRecord } from "../../src/core/record.ts";
import { numbersFrom, paragraphs } from "../run/generated-corpus.ts";
import { folderWith, readRun } from "../run/written-run.ts";
import { BIN, dehusk } from "./command.ts";

const texts = paragraphs(numbersFrom(51), 400);
const line = (text: string | undefined, id?: number): string => `${JSON.stringify({ id, text })}\n`;
const documentsOf = (out: string): DocumentRecord[] =>
  out
    .split("\n")
    .filter(Boolean)
    .map((text) => JSON.parse(text) as DocumentRecord);

it("reads JSON Lines and writes JSON Lines, with failures and the summary on standard error", () => {
  const input = `${line(`${texts[0]}\u2028${texts[1]}`, 1)}broken\n\r\n${line("", 2)}${line(texts[2], 3).trim()}`;
  const { code, out, err } = dehusk(["clean", "-"], { input });
  expect(code).toBe(1);
  expect(documentsOf(out).map(({ id, source }) => [id, source.path, source.record])).toEqual([
    ["1", "-", 1],
    ["3", "-", 5],
  ]);
  expect(err).toMatch(/^dehusk: -:2: invalid-json: .*\ndehusk: -:4: empty: .*\n2 documents cleaned in /);
  expect(err).not.toMatch(/ledger|failures\.jsonl/);
});

it("takes fields by other names, and HTML", () => {
  const input = `${JSON.stringify({ key: "k", page: `<article><p>${texts[0]}</p></article>`, at: "https://example.com/x" })}\n`;
  const { out } = dehusk(["clean", "-", "--html-field", "page", "--id-field", "key", "--url-field", "at"], { input });
  expect(documentsOf(out)[0]).toMatchObject({
    id: "k",
    text: texts[0],
    source: { host: "example.com", mediaType: "text/html" },
  });
});

it("reports an empty stream as one failed input", () => {
  expect(dehusk(["clean", "-"], { input: "" })).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringContaining("-: empty: "),
  });
});

it("writes a folder as well", () => {
  const folder = folderWith();
  const { code } = dehusk(["clean", "-", "--out", "out"], { cwd: folder, input: line(texts[0]) });
  expect(code).toBe(0);
  expect(readRun(`${folder}/out`)).toMatchObject({
    documents: [{ text: texts[0] }],
    summary: { roots: ["-"], root: "" },
  });
  expect(dehusk(["verify", "out"], { cwd: folder })).toMatchObject({
    code: 2,
    err: expect.stringContaining("cannot be read again"),
  });
});

it("takes a line of many megabytes between short ones", () => {
  const long = texts.join("\n\n").repeat(80);
  const { code, out } = dehusk(["clean", "-", "--no-dedupe"], { input: line(texts[0]) + line(long) + line(texts[1]) });
  expect(code).toBe(0);
  expect(documentsOf(out).map(({ text }) => text.length)).toEqual([texts[0]?.length, long.length, texts[1]?.length]);
});

it("stops without a word when its reader has seen enough, and leaves nothing behind", () => {
  const folder = folderWith();
  const input = Array.from({ length: 20 }, (_, i) => texts.map((text, n) => line(text, i * 400 + n)).join("")).join("");
  const command = '"$0" "$1" clean - --no-dedupe | head -n 1';
  const env = { ...process.env, TMPDIR: folder };
  const { status, stdout, stderr } = spawnSync("bash", ["-o", "pipefail", "-c", command, process.execPath, BIN], {
    input,
    env,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(documentsOf(stdout)).toHaveLength(1);
  expect(readdirSync(folder)).toEqual([]);
});

it("waits for a slow reader and loses nothing", async () => {
  const child = spawn(process.execPath, [BIN, "clean", "-", "--no-dedupe"], { stdio: ["pipe", "pipe", "ignore"] });
  child.stdin.end(
    Array.from({ length: 10 }, (_, i) => texts.map((text, n) => line(text, i * 400 + n)).join("")).join(""),
  );
  let out = "";
  for await (const part of child.stdout.setEncoding("utf8")) {
    out += part as string;
    if (out.length < 500_000) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  if (child.exitCode === null) await once(child, "exit");
  expect(child.exitCode).toBe(0);
  expect(documentsOf(out).map(({ id }) => id)).toEqual(Array.from({ length: 4000 }, (_, n) => String(n)));
});
