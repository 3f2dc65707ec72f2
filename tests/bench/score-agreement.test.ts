import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { Dice } from "../../bench/corpus.ts";
import { listSets } from "../../bench/extract/list-sets.ts";
import { scorePage } from "../../bench/extract/page-scores.ts";
import { type BenchPage, spreadSample } from "../../bench/extract/page-set.ts";
import { recordOutputs } from "../../bench/extract/recorded-outputs.ts";
import { scoreSet } from "../../bench/extract/set-scores.ts";
import { emptyFolder } from "../run-folder.ts";

const data = fileURLToPath(new URL("../../../shared/bench", import.meta.url));
const reference = join(data, "score.mjs");
const missing = !existsSync(reference);
if (missing) console.info(`skipped: the reference scorer is not at ${reference}`);

const PAGES = 40;

/** A flawed output, the same at every run: the gold with words lost and the page's own words let in, sometimes nothing. */
function flawedOutput(page: BenchPage, dice: Dice): string {
  if (dice.roll(12) === 0) return "";
  const visible = page.html.replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, " ").split(/\s+/);
  const kept = (page.gold ?? page.with?.join("\n") ?? "").split(" ").filter(() => dice.roll(9) > 0);
  return [...kept, ...visible.slice(0, dice.roll(200))].join(" ");
}

it.skipIf(missing)("agrees with the reference scorer to the third digit", { timeout: 120_000 }, () => {
  const folder = emptyFolder();
  const dice = new Dice(3);
  const sets = listSets(data).map(({ name, open }) => {
    const set = open();
    const pages = spreadSample(set.size, PAGES).map((index) => set.page(index));
    return { name, pages, outputs: new Map(pages.map((page) => [page.id, flawedOutput(page, dice)])) };
  });
  expect(sets.length).toBeGreaterThan(3);
  for (const { name, pages, outputs } of sets) {
    recordOutputs(folder, "flawed", { name, form: "json-lines" }, outputs);
    const theirs = scoreByReference(join(folder, "flawed", `${name}.jsonl`), writePages(folder, name, pages), name);
    const ours = scoreSet(pages.map((page) => scorePage(page, outputs.get(page.id)!)));
    const byType = Map.groupBy(pages, ({ type = "all" }) => type);
    if (ours.words && ours.shingles) {
      expect(theirs["wordF1"], name).toBeCloseTo(ours.words.f1, 3);
      expect(theirs["wordP"], name).toBeCloseTo(ours.words.precision, 3);
      expect(theirs["wordR"], name).toBeCloseTo(ours.words.recall, 3);
      expect(theirs["shingleF1"], name).toBeCloseTo(ours.shingles.f1, 3);
      expect(theirs["shingleP"], name).toBeCloseTo(ours.shingles.precision, 3);
      expect(theirs["shingleR"], name).toBeCloseTo(ours.shingles.recall, 3);
      for (const [type, f1] of Object.entries(theirs["byType"] ?? {}))
        expect(f1, type).toBeCloseTo(
          scoreSet(byType.get(type)!.map((page) => scorePage(page, outputs.get(page.id)!))).words!.f1,
          3,
        );
    } else {
      expect(theirs["precision"], name).toBeCloseTo(ours.segments!.precision, 3);
      expect(theirs["recall"], name).toBeCloseTo(ours.segments!.recall, 3);
      expect(theirs["F"], name).toBeCloseTo(ours.segments!.f1, 3);
    }
  }
});

/** As the reference reads them; U+2028, at which it would cut a line in two, stays escaped. */
function writePages(folder: string, name: string, pages: readonly BenchPage[]): string {
  const lines = pages.map(({ type, ...page }) => JSON.stringify({ ...page, ...(type && { page_type: type }) }));
  const file = join(folder, `${name}.jsonl.gz`);
  writeFileSync(file, gzipSync(lines.join("\n").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")));
  return file;
}

type Reference = Readonly<Record<string, number>> & { readonly byType?: Readonly<Record<string, number>> };

function scoreByReference(outputs: string, pages: string, name: string): Reference {
  const printed = execFileSync(process.execPath, [reference, outputs, pages, "--json"], { encoding: "utf8" });
  return JSON.parse(printed)[name];
}
