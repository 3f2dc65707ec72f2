import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanHtml } from "../../src/index.ts";
import type { FloorScores, Measured, SetFloors } from "./floors.ts";
import { openJsonLines } from "./list-sets.ts";
import { scorePage } from "./page-scores.ts";
import { spreadSample } from "./page-set.ts";
import { scoreSet } from "./set-scores.ts";

/** Runs the default extractor over a set's sample. */
export function measureFloors(folder: string, { file, sample }: Pick<SetFloors, "file" | "sample">): Measured {
  const path = join(folder, file);
  const set = openJsonLines(path);
  const scores = spreadSample(set.size, sample).map((index) => {
    const { html, url, ...truth } = set.page(index);
    return scorePage(truth, cleanHtml(html, url ? { url } : {}).text);
  });
  const { words, shingles, segments } = scoreSet(scores);
  const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
  return { sha256, scores: rounded({ words, shingles, segments }) };
}

/** Four digits, rounded down: what was measured once is reached again. */
function rounded(figures: Readonly<Record<keyof FloorScores, { readonly f1: number } | undefined>>): FloorScores {
  const known = Object.entries(figures).flatMap(([name, figure]) => (figure ? [[name, figure.f1] as const] : []));
  return Object.fromEntries(known.map(([name, f1]) => [name, Math.floor(f1 * 1e4) / 1e4]));
}
