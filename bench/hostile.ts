import { parseArgs } from "node:util";
import { cleanHtml } from "../src/index.ts";
import { HOSTILE_PAGES, type HostilePage } from "./hostile/hostile-pages.ts";

/** Measured rounds of each size; the fastest counts, since noise only slows. */
const ROUNDS = 3;

const { values } = parseArgs({ options: { scale: { type: "string", default: "1" }, only: { type: "string" } } });
const scale = Number(values.scale);

/** Milliseconds that a page takes, at best. */
function fastest(page: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    cleanHtml(page, { url: "https://example.com/page" });
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** A row of the table: time at n, 2n and 4n, and by how much each doubling slows. Linear is about 2. */
function rowOf({ name, page, size }: HostilePage): string {
  const n = Math.max(1, Math.round(size * scale));
  const times = [n, 2 * n, 4 * n].map((count) => fastest(page(count)));
  const growth = times.slice(1).map((time, i) => (time / times[i]!).toFixed(2));
  return `| ${[name, n, ...times.map((time) => time.toFixed(0)), ...growth].join(" | ")} |`;
}

process.stdout.write("| page | n | ms | 2n | 4n | ×2 | ×2 |\n|---|--:|--:|--:|--:|--:|--:|\n");
cleanHtml("<p>The classifier is read on the first page.</p>");
for (const hostile of HOSTILE_PAGES)
  if (values.only === undefined || hostile.name.includes(values.only)) process.stdout.write(`${rowOf(hostile)}\n`);
