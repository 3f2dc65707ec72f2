import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openJsonLines } from "../../bench/extract/list-sets.ts";
import type { BenchPage, PageSet } from "../../bench/extract/page-set.ts";
import { hostDocuments, hostsOf, VARIANTS } from "../../bench/learn/host-documents.ts";
import { measureHost, noLearning, precisionAdded } from "../../bench/learn/measure-learning.ts";
import { noCounts, ratesOf } from "../../bench/noise/noise-counts.ts";
import { numbersFrom, paragraphs } from "../run/generated-corpus.ts";

const next = numbersFrom(3);
const page = (i: number): BenchPage => {
  const gold = paragraphs(next, 5);
  const html = `<body><p>Avaleht ja teated<p>${gold.join("<p>")}<p>Loetud korda ${i}<p>Üles tagasi`;
  const host = i < 6 ? "www.quay.example" : "mill.example";
  return { id: `p${i}`, html, gold: gold.join("\n\n"), url: `https://${host}/${i}` };
};
const pages = Array.from({ length: 9 }, (_, i) => page(i));
const set: PageSet = {
  size: pages.length + 1,
  page: (index) => pages[index] ?? { id: "none", html: "", url: "https://mill.example/" },
};

it("takes hosts of enough pages with their main text", () => {
  expect([...hostsOf(set, 5)].map(([host, own]) => [host, own.length])).toEqual([["quay.example", 6]]);
  expect([...hostsOf(set, 3)].map(([host, own]) => [host, own.length])).toEqual([
    ["quay.example", 6],
    ["mill.example", 3],
  ]);
});

describe("on pages whose furniture is the same", () => {
  const own = pages.slice(0, 6);

  it.each(VARIANTS)("labels the lines of a document: %s", (variant) => {
    for (const { lines, clean } of hostDocuments(variant, own)) {
      const furniture = lines.filter((line) => line.furniture).map(({ text }) => text.replace(/\d/, "0"));
      expect(lines.length - furniture.length).toBe(5);
      for (const text of furniture) expect(["Avaleht ja teated", "Loetud korda 0", "Üles tagasi"]).toContain(text);
      if (variant === "clean") expect(furniture).toEqual([]);
      if (variant === "flattened") expect(furniture).toHaveLength(3);
      expect(clean().url).toMatch(/^https:\/\/www\.quay\.example\/\d$/);
    }
  });

  it("counts what goes alone, when learned, and by the profile of that", () => {
    const counts = noLearning();
    measureHost("quay.example", hostDocuments("flattened", own), counts);
    const { alone, learned, profile } = counts.ways;
    expect(alone).toMatchObject({ documents: 6, furniture: 18, gone: 0, hurt: 0 });
    // The first line is taken for the title, and so is not lost.
    expect(learned).toMatchObject({ documents: 6, furniture: 18, gone: 12, hurt: 0 });
    expect(profile).toEqual(learned);
    expect(counts.lines).toBe(48);
    expect(counts.bytes).toBeGreaterThan(48);
  });
});

it("tells how precise that is which learning adds", () => {
  const alone = { ...noCounts(), furniture: 10, gone: 2, hurt: 3 };
  expect(precisionAdded(alone, { ...alone, gone: 5, hurt: 4 })).toBe(0.75);
  expect(precisionAdded(alone, alone)).toBeNaN();
});

const DATA = fileURLToPath(new URL("../../../shared/bench/wcxb-dev.jsonl.gz", import.meta.url));
if (!existsSync(DATA)) console.info(`skipped: the benchmark pages are not at ${join(DATA)}`);
it.skipIf(!existsSync(DATA))(
  "adds recall on nearly clean texts of real hosts, and hardly harms",
  { timeout: 240_000 },
  () => {
    const [around, clean] = [noLearning(), noLearning()];
    for (const [host, own] of hostsOf(openJsonLines(DATA), 5)) {
      measureHost(host, hostDocuments("around", own), around);
      measureHost(host, hostDocuments("clean", own), clean);
    }
    const [before, after] = [ratesOf(around.ways.alone), ratesOf(around.ways.learned)];
    expect(after.recall - before.recall).toBeGreaterThanOrEqual(0.08);
    expect(after.precision).toBeGreaterThanOrEqual(before.precision);
    expect(precisionAdded(around.ways.alone, around.ways.learned)).toBeGreaterThanOrEqual(0.9);
    expect(clean.ways.learned.hurt - clean.ways.alone.hurt).toBeLessThanOrEqual(9);
  },
);
