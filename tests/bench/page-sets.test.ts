import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { listSets } from "../../bench/extract/list-sets.ts";
import { readRecorded, recordOutputs } from "../../bench/extract/recorded-outputs.ts";
import { emptyFolder } from "../run-folder.ts";

it("reads gzipped JSON Lines, cut at line feeds only", () => {
  const lines = [
    { id: "1", html: "<p>a\u2028b", url: null, page_type: "forum", gold: "a b" },
    { id: "2", html: "<p>c", url: "https://e.example/", with: ["c"], without: ["d"] },
  ];
  const folder = emptyFolder({
    "b.jsonl.gz": gzipSync(`${lines.map((line) => JSON.stringify(line)).join("\n")}\n`),
    "a.jsonl.gz": gzipSync('{"id":1}'),
    "notes.txt": "",
  });
  const [broken, set] = listSets(folder);
  expect(set?.name).toBe("b");
  const pages = set!.open();
  expect([pages.page(0), pages.page(1)]).toEqual([
    { id: "1", html: "<p>a\u2028b", type: "forum", gold: "a b" },
    { id: "2", html: "<p>c", url: "https://e.example/", with: ["c"], without: ["d"] },
  ]);
  expect(pages.size).toBe(2);
  expect(() => broken!.open().page(0)).toThrow("a.jsonl.gz, line 1: a page needs an id and html");
});

it("reads and writes the form of the article benchmark", () => {
  const truth = { b1: { articleBody: "Boats left.", url: "https://e.example/1" }, a2: { articleBody: "" } };
  const folder = emptyFolder({ "ground-truth.json": JSON.stringify(truth) });
  mkdirSync(join(folder, "html"));
  for (const id of Object.keys(truth)) writeFileSync(join(folder, "html", `${id}.html.gz`), gzipSync(`<p>${id} é`));
  const sets = listSets(folder);
  expect(sets.length).toBe(1);
  const pages = sets[0]!.open();
  expect([pages.size, pages.page(0), pages.page(1)]).toEqual([
    2,
    { id: "b1", html: "<p>b1 é", gold: "Boats left.", url: "https://e.example/1" },
    { id: "a2", html: "<p>a2 é", gold: "" },
  ]);
  const outputs = new Map([
    ["b1", "Boats\u2028left."],
    ["a2", ""],
  ]);
  recordOutputs(join(folder, "output"), "dehusk", sets[0]!, outputs);
  expect(JSON.parse(readFileSync(join(folder, "output", "dehusk.json"), "utf8"))).toEqual({
    b1: { articleBody: "Boats\u2028left." },
    a2: { articleBody: "" },
  });
  expect(readRecorded(join(folder, "output"), sets[0]!)).toEqual(new Map([["dehusk", outputs]]));
});

it("records outputs as JSON Lines and reads them back", () => {
  const folder = emptyFolder();
  const outputs = new Map([
    ["1", "one\ntwo\u2028three"],
    ["2", ""],
  ]);
  const news = { name: "news", form: "json-lines" } as const;
  recordOutputs(folder, "dehusk", news, outputs);
  recordOutputs(folder, "other", { ...news, name: "forums" }, outputs);
  expect(readRecorded(folder, news)).toEqual(new Map([["dehusk", outputs]]));
});
