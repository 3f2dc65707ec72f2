import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { emptyFolder } from "../run-folder.ts";

const RUN = fileURLToPath(new URL("../../bench/extract/run.ts", import.meta.url));

function bench(...args: string[]): { code: number | null; err: string } {
  const { status, stderr } = spawnSync(process.execPath, [RUN, ...args], { encoding: "utf8" });
  return { code: status, err: stderr };
}

const sentence =
  "The ferry left the old harbour at noon with mail, apples and forty sheep, and nobody minded the rain.";
const body = Array.from({ length: 6 }, (_, i) => `${sentence.replace("noon", `${i + 2} in the afternoon`)}`);
const page = `<title>Ferry</title><nav><a href="/">Home</a></nav><article>${body.map((line) => `<p>${line}</p>`).join("")}</article>`;

it("runs dehusk over an article benchmark, and writes table, chart and outputs", () => {
  const folder = emptyFolder({
    "ground-truth.json": JSON.stringify({ ferry: { articleBody: body.join("\n"), url: "https://e.example/ferry" } }),
    "html/ferry.html.gz": gzipSync(page),
  });
  const record = join(folder, "output");
  const out = join(folder, "report");
  expect(bench(folder, "--peers", "dehusk", "--record", record, "--out", out, "--rounds", "2")).toMatchObject({
    code: 0,
  });
  const { ferry } = JSON.parse(readFileSync(join(record, "dehusk.json"), "utf8"));
  expect(ferry.articleBody.split("\n\n")).toEqual(body);
  const markdown = readFileSync(join(out, "extract.md"), "utf8");
  expect(markdown).toMatch(/\| dehusk \| 1\.000 ± 0\.000 \| 1\.000 \| 1\.000 \| 1\.000 ± 0\.000 \|/);
  expect(markdown).toContain("2 rounds");
  expect(readFileSync(join(out, "extract.svg"), "utf8")).toContain(">dehusk<");
  const again = bench(folder, "--peers", "dehusk", "--recorded", record, "--out", out, "--bytes");
  expect(again.code).toBe(0);
  expect(readFileSync(join(out, "extract.md"), "utf8")).toMatch(/\| dehusk \(recorded\) \| 1\.000/);
});

it("refuses names that it does not know, and says which it knows", () => {
  const folder = emptyFolder({ "news.jsonl.gz": gzipSync("") });
  expect(bench(folder, "--peers", "husky")).toMatchObject({ code: 1, err: expect.stringContaining('no peer "husky"') });
  expect(bench(folder, "--sets", "olds").err).toContain('there is no set "olds"; known: news');
  expect(bench(folder, "--limit", "some").err).toContain("must be a whole number from 1");
});
