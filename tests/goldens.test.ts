import { extname } from "node:path";
import { describe, expect, it } from "vitest";
import { allRules } from "../src/pipeline.ts";
import { listGoldens, readGolden, runGolden } from "./golden-files.ts";

const goldens = listGoldens();
const outcomes = new Map(goldens.map((golden) => [golden.name, runGolden(golden)]));

it("sees the goldens", () => {
  expect(goldens.length).toBeGreaterThan(20);
});

describe.each(goldens.map((golden) => [golden.name, golden] as const))("%s", (name, golden) => {
  const outcome = outcomes.get(name)!;

  it.each(Object.entries(outcome.texts))("gives its %s", (file, text) => {
    const stored = readGolden(golden, file);
    // A golden is never made by a test: read the new behaviour, then accept it with `npm run golden`.
    if (stored === undefined) expect.fail(`${golden.folder}/${file} is missing`);
    expect(text).toBe(stored);
  });

  it("quotes its source", () => {
    for (const { text, format, blocks, ledger } of outcome.cleaned) {
      if (format === undefined) expect(text).toBe(blocks.map((block) => block.text).join("\n\n"));
      if (![".txt", ".md"].includes(extname(golden.input))) continue;
      for (const entry of ledger) expect(entry.text).toBe(outcome.source.slice(entry.start, entry.end));
    }
  });
});

it("has a golden for every rule", () => {
  const seen = new Set<string>();
  for (const { cleaned } of outcomes.values()) {
    for (const { ledger, flags } of cleaned) {
      for (const { rule, absorbed = [] } of ledger) for (const id of [rule, ...absorbed]) seen.add(id);
      for (const flag of flags) seen.add(flag);
    }
  }
  const without = allRules.filter(({ id, flag }) => !seen.has(id) && (flag === undefined || !seen.has(flag)));
  expect(without.map(({ id }) => id)).toEqual([]);
});

it("files every golden under the stage of a rule that it is about", () => {
  const stages = new Set(["seeds", ...allRules.map(({ id }) => id.slice(0, id.indexOf("/")))]);
  for (const { name } of goldens) {
    expect(stages).toContain(name.slice(0, name.indexOf("/")));
    expect(name).toMatch(/^seeds\/|^[a-z]+\/[a-z-]+--[a-z-]+$/);
  }
});
