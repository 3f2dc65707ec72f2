import { existsSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { Parser, Tokenizer } from "htmlparser2";
import { parse } from "parse5";
import { parseHtml } from "../src/html/parse-html.ts";
import { textDocuments } from "./corpus.ts";

/** Counted rounds; medians of them are what is said. */
const ROUNDS = 7;
/** The compiler takes some rounds to settle. */
const WARM = 3;
/** Pages of each file, so that one round takes seconds. */
const PAGES = 40;
const BENCH = fileURLToPath(new URL("../../shared/bench", import.meta.url));

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Real pages when there are any; else pages made of made text, with a script and a menu as pages have. */
function pages(): { readonly from: string; readonly list: readonly string[] } {
  if (!existsSync(BENCH)) return { from: "generated pages", list: Array.from(textDocuments(300), generatedPage) };
  const files = readdirSync(BENCH).filter((name) => name.endsWith(".jsonl.gz"));
  const list = files.flatMap((file) => {
    const lines = gunzipSync(readFileSync(`${BENCH}/${file}`))
      .toString()
      .split("\n")
      .filter(Boolean);
    return lines.slice(0, PAGES).map((line) => (JSON.parse(line) as { html: string }).html);
  });
  return { from: "benchmark pages", list };
}

function generatedPage(text: string): string {
  const menu = '<li class="item"><a href="/news/section" title="Section">Section</a></li>\n'.repeat(60);
  const script = `<script>window.data = ${JSON.stringify(text)};</script>`;
  const paragraphs = text.split("\n").map((line) => `<div class="row"><p>${line} <b>more</b> &amp; <br>more</p></div>`);
  return `<!doctype html><html><head><title>Page</title>${script}</head><body><ul>${menu}</ul>${paragraphs.join("\n")}</body></html>`;
}

function ignore(): void {}

const silent = {
  onattribdata: ignore,
  onattribend: ignore,
  onattribentity: ignore,
  onattribname: ignore,
  oncdata: ignore,
  onclosetag: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onopentagname: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
  ontext: ignore,
  ontextentity: ignore,
  isInForeignContext: () => false,
};

const parsers: Readonly<Record<string, (page: string) => void>> = {
  "dehusk parseHtml": (page) => void parseHtml(page),
  "htmlparser2 Tokenizer": (page) => {
    const tokenizer = new Tokenizer({ decodeEntities: true }, silent);
    tokenizer.write(page);
    tokenizer.end();
  },
  "htmlparser2 Parser": (page) => new Parser({}).end(page),
  "parse5 parse": (page) => void parse(page, { scriptingEnabled: false }),
};

const { from, list } = pages();
const megabytes = list.reduce((sum, page) => sum + page.length, 0) / 1e6;
const times = new Map(Object.keys(parsers).map((name) => [name, [] as number[]]));
// Interleaved, so that a machine that slows down slows all of them, and without the time that others take of it.
for (let round = -WARM; round < ROUNDS; round++)
  for (const [name, parser] of Object.entries(parsers)) {
    const started = process.cpuUsage();
    for (const page of list) parser(page);
    const { user, system } = process.cpuUsage(started);
    if (round >= 0) times.get(name)!.push((user + system) / 1000);
  }

const own = times.get("dehusk parseHtml")!;
console.log(
  `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, Node ${process.versions.node}; medians of ${ROUNDS}`,
);
console.log(
  `${list.length} ${from}, ${megabytes.toFixed(1)} million UTF-16 units; processor time, collecting garbage included:`,
);
for (const [name, list] of times) {
  const speed = `${(megabytes / (median(list) / 1000)).toFixed(0)} M/s`;
  const ratio = median(list.map((time, round) => time / own[round]!)).toFixed(2);
  console.log(`  ${name.padEnd(22)} ${speed.padStart(9)}  takes ${ratio}× as long as ours`);
}
