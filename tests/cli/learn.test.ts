import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { numbersFrom, paragraphs } from "../run/generated-corpus.ts";
import { folderWith, readRun } from "../run/written-run.ts";
import { dehusk } from "./command.ts";

const next = numbersFrom(5);
const files = Object.fromEntries(
  Array.from({ length: 6 }, (_, i) => [`in/${i}.txt`, [...paragraphs(next, 2), "Üles tagasi"].join("\n\n")]),
);

it("learns, explains and cleans with what a person left of it", () => {
  const cwd = folderWith(files);
  const learned = dehusk(["learn", "in", "--out", "p.yaml"], { cwd });
  expect(learned).toEqual({ code: 0, err: "", out: "1 lines of 1 sources, learned from 6 documents: p.yaml\n" });
  expect(readFileSync(join(cwd, "p.yaml"), "utf8")).toContain("line: üles tagasi\n");
  const shown = dehusk(["explain", "in/3.txt", "--profile", "p.yaml"], { cwd });
  expect(shown.out).toContain("[-Üles tagasi-](learned/furniture: repeats on 6 of 6 pages of this source)");
  const page = dehusk(["explain", "in/3.txt", "--profile", "p.yaml", "--html"], { cwd });
  expect(page.out).toContain("<small> learned/furniture: repeats on 6 of 6 pages of this source </small>");
  expect(dehusk(["clean", "in/3.txt", "--out", "out", "--profile", "p.yaml"], { cwd }).code).toBe(0);
  expect(readRun(join(cwd, "out")).ledger).toMatchObject([{ rule: "learned/furniture", repeats: { pages: 6, of: 6 } }]);
  expect(dehusk(["clean", "in", "--out", "out", "--no-learn"], { cwd }).code).toBe(0);
  expect(readRun(join(cwd, "out")).ledger).toEqual([]);
});

it("learns again without losing what a person decided", () => {
  const mine =
    "schema: dehusk/profile/1\nsources:\n  folder:in:\n    lines:\n      - {line: üles tagasi, keep: true}\n";
  const cwd = folderWith({ ...files, "p.yaml": mine, "bad.yaml": "sources: 4\n" });
  expect(dehusk(["learn", "in", "--out", "p.yaml"], { cwd }).code).toBe(0);
  expect(readFileSync(join(cwd, "p.yaml"), "utf8")).toMatch(/folder:\.:[\s\S]*folder:in:[\s\S]*keep: true/);
  expect(dehusk(["learn", "in", "--out", "bad.yaml"], { cwd })).toMatchObject({ code: 2, out: "" });
});

it.each([
  [["learn", "in", "--out", "p.txt"], "dehusk: p.txt: a profile ends in .yaml, .yml or .json\n"],
  [
    ["clean", "in", "--out", "out", "--profile", "bad.yaml"],
    /^dehusk: bad\.yaml:2:10: sources: .*expected record.*\n$/,
  ],
  [["explain", "in/3.txt", "--profile", "none.yaml"], /^dehusk: none\.yaml: ENOENT.*\n$/],
  [["learn", "in"], /required option '-o, --out <file>'/],
])("refuses %j", (args, says) => {
  const cwd = folderWith({ ...files, "bad.yaml": "schema: dehusk/profile/1\nsources: 4\n" });
  const { code, out, err } = dehusk(args, { cwd });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  if (typeof says === "string") expect(err).toBe(says);
  else expect(err).toMatch(says);
});
