import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Dice } from "../../bench/corpus.ts";
import { listSets } from "../../bench/extract/list-sets.ts";
import type { BenchPage } from "../../bench/extract/page-set.ts";
import {
  drawEdges,
  type Edges,
  type NoisyDocument,
  noisyDocument,
  ReferenceDraw,
  VARIANTS,
} from "../../bench/noise/noisy-documents.ts";
import { goldLines, letterKey, type Surroundings, surroundingsOf } from "../../bench/noise/surroundings.ts";
import { flattenedPage } from "../../bench/noise/visible-lines.ts";
import { cleanHtml } from "../../src/pipeline.ts";

// Makes the documents that the line judge is trained and tested on, from pages with known content:
//   node documents.ts <bench folder> <work folder>      writes documents.jsonl and flattened.jsonl

const SETS = ["wcxb-dev", "fundus-dev", "cleaneval-dev", "trafilatura-dev"];

/** Draws of each variant for training. */
const DRAWS: Readonly<Record<(typeof VARIANTS)[number], number>> = { around: 4, between: 1, moved: 2, lone: 3 };

interface Made {
  readonly variant: string;
  /** Whether the document is to be learned from; else it is for testing. */
  readonly train: boolean;
  readonly document: NoisyDocument;
}

/** A page of trafilatura's set has no whole gold: dehusk's own extraction stands in where all known segments agree. */
function withGold(page: BenchPage): BenchPage | undefined {
  if (page.gold !== undefined) return page;
  const { text } = cleanHtml(page.html, page.url === undefined ? {} : { url: page.url });
  const squeezed = text.replace(/\s+/g, " ");
  const holds = (segment: string): boolean => squeezed.includes(segment.replace(/\s+/g, " ").trim());
  const agrees = page.with?.every(holds) && !page.without?.some(holds);
  return agrees ? { ...page, type: "article", gold: text } : undefined;
}

function titleOf({ html }: BenchPage): string {
  const found = /<h1\b[^>]*>([\s\S]*?)<\/h1>/i.exec(html) ?? /<title\b[^>]*>([\s\S]*?)<\/title>/i.exec(html);
  return (found?.[1] ?? "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const good = (text: string): { text: string; furniture: false } => ({ text, furniture: false });

/** Clean documents: whole, with the page's title above, and cut so that other lines stand at the edges. */
function* cleanDocuments(page: BenchPage, dice: Dice): Generator<Made> {
  const gold = goldLines(page.gold ?? "");
  if (gold.length === 0) return;
  yield { variant: "clean", train: false, document: gold.map(good) };
  yield { variant: "clean", train: true, document: gold.map(good) };
  const title = titleOf(page);
  const untitled = title !== "" && !letterKey(page.gold ?? "").includes(letterKey(title));
  if (untitled) yield { variant: "titled", train: true, document: [title, ...gold].map(good) };
  if (gold.length < 4) return;
  for (let draw = 0; draw < 2; draw++) {
    const from = dice.roll(gold.length - 3);
    const to = from + 3 + dice.roll(gold.length - from - 2);
    yield { variant: "cut", train: true, document: gold.slice(from, to).map(good) };
  }
}

function* noisyDocuments(page: BenchPage, surroundings: Surroundings, edges: Edges, dice: Dice): Generator<Made> {
  const uniform = { next: () => dice.roll(1 << 20) / (1 << 20) };
  const title = letterKey(titleOf(page));
  for (const variant of VARIANTS) {
    const test = noisyDocument(variant, surroundings, edges, dice);
    if (test) yield { variant, train: false, document: test };
    for (let draw = 0; draw < DRAWS[variant]; draw++) {
      const document = noisyDocument(variant, surroundings, drawEdges(surroundings, uniform), dice);
      if (!document) continue;
      // A headline above its article is no furniture: it goes to the record.
      const isTitle = (text: string): boolean => title !== "" && letterKey(text) === title;
      yield { variant, train: true, document: document.map((line) => (isTitle(line.text) ? good(line.text) : line)) };
    }
  }
}

function main(bench: string, work: string): void {
  mkdirSync(work, { recursive: true });
  const [nearly, flattened] = ["documents", "flattened"].map((name) => openSync(join(work, `${name}.jsonl`), "w"));
  const say = (file: number, value: unknown): void => void writeSync(file, `${JSON.stringify(value)}\n`);
  for (const { name, open } of listSets(bench).filter(({ name }) => SETS.includes(name))) {
    const set = open();
    const draw = new ReferenceDraw();
    for (let i = 0; i < set.size; i++) {
      const page = set.page(i);
      const known = withGold(page);
      if (!known?.gold) continue;
      const facts = { set: name, id: page.id, url: page.url ?? "", page_type: known.type ?? "article" };
      say(flattened!, { ...facts, text: flattenedPage(page.html), gold: known.gold });
      const dice = new Dice(i + 1);
      for (const made of cleanDocuments(known, dice)) say(nearly!, { ...facts, ...made });
      const surroundings = (known.type ?? "article") === "article" ? surroundingsOf(known) : undefined;
      if (!surroundings) continue;
      const edges = drawEdges(surroundings, draw);
      for (const made of noisyDocuments(known, surroundings, edges, dice)) say(nearly!, { ...facts, ...made });
    }
  }
  closeSync(nearly!);
  closeSync(flattened!);
}

const [bench, work] = process.argv.slice(2);
main(bench!, work!);
