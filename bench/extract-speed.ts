import { existsSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { Parser } from "htmlparser2";
import { ownClassifier } from "../src/extract/classifier.ts";
import { PART } from "../src/extract/learned.ts";
import { readMetadata } from "../src/extract/metadata.ts";
import { pageAbout } from "../src/extract/page-about.ts";
import { measurePage } from "../src/extract/page-measures.ts";
import { parseHtml } from "../src/html/parse-html.ts";
import { cleanHtml } from "../src/index.ts";
import { textDocuments } from "./corpus.ts";

/** Counted rounds; medians of them are what is said. */
const ROUNDS = 5;
/** The compiler takes some rounds to settle. */
const WARM = 3;
/** Pages of each file, spread over it. */
const PAGES = 40;
const BENCH = fileURLToPath(new URL("../../shared/bench", import.meta.url));

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)]!;
}

function generatedPage(text: string): string {
  const menu = '<li class="item"><a href="/news/section" title="Section">Section</a></li>\n'.repeat(60);
  const paragraphs = text.split("\n").map((line) => `<div class="row"><p>${line} <b>more</b> &amp; <br>more</p></div>`);
  return `<!doctype html><title>Page</title><body><ul>${menu}</ul>${paragraphs.join("\n")}`;
}

/** Real pages when there are any, else pages made of made text. */
function pages(): string[] {
  if (!existsSync(BENCH)) return Array.from(textDocuments(200), generatedPage);
  const files = readdirSync(BENCH).filter((name) => name.endsWith("-dev.jsonl.gz"));
  return files.flatMap((file) => {
    const lines = gunzipSync(readFileSync(`${BENCH}/${file}`))
      .toString()
      .split("\n")
      .filter(Boolean);
    const step = Math.max(1, Math.floor(lines.length / PAGES));
    const spread = lines.filter((_, i) => i % step === 0).slice(0, PAGES);
    return spread.map((line) => (JSON.parse(line) as { html: string }).html);
  });
}

const prepared = pages().map((html) => {
  const tree = parseHtml(html);
  return { html, bytes: Buffer.from(html), tree, measured: measurePage(tree), about: pageAbout(tree, undefined) };
});
type Prepared = (typeof prepared)[number];

/** The whole way, its parts, and a parser of others as the yardstick. */
const works: Readonly<Record<string, (page: Prepared) => void>> = {
  "bytes to article": ({ bytes }) => void cleanHtml(bytes),
  parse: ({ html }) => void parseHtml(html),
  "outline and blocks": ({ tree }) => void measurePage(tree),
  "features and scores": ({ measured, about }) => {
    if (measured.blocks.count > 0) ownClassifier().judge(measured, about, PART);
  },
  metadata: ({ tree }) => void readMetadata(tree),
  "htmlparser2 Parser": ({ html }) => new Parser({}).end(html),
};

const times = new Map(Object.keys(works).map((name) => [name, [] as number[]]));
const perPage: number[][] = prepared.map(() => []);
// Interleaved, so that a machine that slows down slows all of them, and without the time that others take of it.
for (let round = -WARM; round < ROUNDS; round++)
  for (const [name, work] of Object.entries(works)) {
    const started = process.cpuUsage();
    for (const [i, page] of prepared.entries()) {
      const from = performance.now();
      work(page);
      if (round >= 0 && name === "bytes to article") perPage[i]!.push(performance.now() - from);
    }
    const { user, system } = process.cpuUsage(started);
    if (round >= 0) times.get(name)!.push((user + system) / 1000);
  }

const megabytes = prepared.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
const typical = perPage.map((list) => quantile(list, 0.5));
const whole = times.get("bytes to article")!;
console.log(
  `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, Node ${process.versions.node}; medians of ${ROUNDS}`,
);
console.log(
  `${prepared.length} ${existsSync(BENCH) ? "benchmark" : "generated"} pages, ${megabytes.toFixed(1)} MB; processor time:`,
);
for (const [name, list] of times) {
  const speed = `${(megabytes / (quantile(list, 0.5) / 1000)).toFixed(1)} MB/s`;
  const ratio = quantile(
    list.map((time, round) => time / whole[round]!),
    0.5,
  ).toFixed(2);
  console.log(`  ${name.padEnd(20)} ${speed.padStart(11)}  ${ratio} of the time from bytes to article`);
}
console.log(`a page: median ${quantile(typical, 0.5).toFixed(2)} ms, p95 ${quantile(typical, 0.95).toFixed(2)} ms`);
console.log(`peak RSS ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB, with all pages and their trees held`);
