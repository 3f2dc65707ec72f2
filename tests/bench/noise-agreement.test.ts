import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { Dice } from "../../bench/corpus.ts";
import { listSets } from "../../bench/extract/list-sets.ts";
import { type BenchPage, spreadSample } from "../../bench/extract/page-set.ts";
import { countLines, noCounts, ratesOf, textOf } from "../../bench/noise/noise-counts.ts";
import { drawEdges, noisyDocument, ReferenceDraw } from "../../bench/noise/noisy-documents.ts";
import { surroundingsOf } from "../../bench/noise/surroundings.ts";
import { emptyFolder } from "../run-folder.ts";

const data = fileURLToPath(new URL("../../../shared/bench", import.meta.url));
const reference = join(data, "near-clean.mjs");
const missing = !existsSync(reference);
if (missing) console.info(`skipped: the reference for nearly clean texts is not at ${reference}`);

/** A flawed cleaner: lines of few words go, and so do some others. */
const CLEANER = String.raw`export function cleanText(text) {
  const lines = text.split("\n\n");
  return { text: lines.filter((line, i) => line.split(" ").length > 5 && (line.length + i) % 17 > 0).join("\n\n") };
}`;

it.skipIf(missing)("makes the documents of the reference and counts as it does", { timeout: 120_000 }, async () => {
  const folder = emptyFolder();
  const module = join(folder, "cleaner.mjs");
  writeFileSync(module, CLEANER);
  const { cleanText } = (await import(module)) as { cleanText(text: string): { text: string } };
  for (const [name, count] of [
    ["wcxb-dev", 120],
    ["fundus-dev", 60],
  ] as const) {
    const set = listSets(data)
      .find((one) => one.name === name)!
      .open();
    const pages = spreadSample(set.size, count).map((index) => set.page(index));
    const theirs = askReference(module, writePages(folder, name, pages));
    const [around, clean] = [noCounts(), noCounts()];
    const draw = new ReferenceDraw();
    for (const page of pages.filter(({ type = "article" }) => type === "article")) {
      const surroundings = surroundingsOf(page);
      if (!surroundings) continue;
      const document = noisyDocument("around", surroundings, drawEdges(surroundings, draw), new Dice(1));
      if (!document) continue;
      countLines(document, cleanText(textOf(document)).text, around);
      const gold = document.filter(({ furniture }) => !furniture);
      countLines(gold, cleanText(textOf(gold)).text, clean);
    }
    expect(around.documents).toBeGreaterThan(10);
    expect(theirs).toMatchObject({
      documents: around.documents,
      noiseLines: around.furniture,
      noiseRecall: Number(ratesOf(around).recall.toFixed(4)),
      proseLost: Number(ratesOf(around).lost.toFixed(5)),
      doNoHarmLost: Number(ratesOf(clean).lost.toFixed(5)),
      documentsHarmed: clean.harmed,
    });
  }
});

/** As the reference reads them; U+2028, at which it would cut a line in two, stays escaped. */
function writePages(folder: string, name: string, pages: readonly BenchPage[]): string {
  const lines = pages.map(({ type, ...page }) => JSON.stringify({ ...page, ...(type && { page_type: type }) }));
  const file = join(folder, `${name}.jsonl.gz`);
  writeFileSync(file, gzipSync(lines.join("\n").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")));
  return file;
}

function askReference(module: string, pages: string): unknown {
  return JSON.parse(execFileSync(process.execPath, [reference, module, pages], { encoding: "utf8" }));
}
