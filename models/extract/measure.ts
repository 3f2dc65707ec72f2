import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { FEATURES, measureFeatures } from "../../src/extract/features/measure-features.ts";
import { contextNames, scoreContext } from "../../src/extract/features/score-context.ts";
import { PART } from "../../src/extract/learned.ts";
import { LexicalTerms } from "../../src/extract/lexical.ts";
import { pageAbout } from "../../src/extract/page-about.ts";
import { type MeasuredPage, measurePage } from "../../src/extract/page-measures.ts";
import { PAGE_SIGNS, pageSigns } from "../../src/extract/page-signs.ts";
import { parseHtml } from "../../src/html/parse-html.ts";

// The half of the training that must be the product's own code: measures every block of every page for train.py.
//   node measure.ts features <bench folder> <work folder>
//   node measure.ts context <bench folder> <work folder> <score>     reads <score>.f32, writes <score>-context.f32
//   node measure.ts pages <bench folder> <work folder> <score>       reads <score>.f32, writes page-signs.f32

const SETS = ["wcxb-dev", "fundus-dev", "cleaneval-dev", "trafilatura-dev"];

interface BenchPage {
  readonly url?: string | null;
  readonly html: string;
}

function* benchPages(folder: string): Generator<{ set: string; page: BenchPage }> {
  for (const set of SETS) {
    const bytes = gunzipSync(readFileSync(join(folder, `${set}.jsonl.gz`)));
    for (let at = 0; at < bytes.length; ) {
      const newline = bytes.indexOf(10, at);
      const end = newline < 0 ? bytes.length : newline;
      yield { set, page: JSON.parse(bytes.toString("utf8", at, end)) };
      at = end + 1;
    }
  }
}

function writeRows(file: number, columns: readonly Float32Array[]): void {
  const count = columns[0]?.length ?? 0;
  const rows = new Float32Array(count * columns.length);
  for (const [c, column] of columns.entries())
    for (let r = 0; r < count; r++) rows[r * columns.length + c] = column[r]!;
  writeSync(file, Buffer.from(rows.buffer));
}

/** The buckets of each block: those of its words and of all names around it. */
function termsOf(page: MeasuredPage): number[][] {
  const { outline, blocks } = page;
  const terms = new LexicalTerms(page);
  const names: (readonly number[])[] = [];
  for (let rank = 0; rank < outline.count; rank++) {
    const above = outline.parent[rank]!;
    const own = terms.ofElement(rank);
    names.push(above < 0 ? own : own.length === 0 ? names[above]! : [...names[above]!, ...own]);
  }
  let heading = -1;
  return Array.from(blocks.text, (_, b) => {
    const buckets = [...names[blocks.host[b]!]!, ...terms.ofBlock(b, heading)];
    if (terms.isHeading(b)) heading = b;
    return buckets;
  });
}

function measureAll(folder: string, work: string): void {
  mkdirSync(work, { recursive: true });
  const [matrix, pages, terms] = ["features.f32", "pages.jsonl", "terms.i32"].map((name) =>
    openSync(join(work, name), "w"),
  );
  const ends: number[] = [0];
  for (const { set, page } of benchPages(folder)) {
    const tree = parseHtml(page.html);
    const measured = measurePage(tree);
    writeRows(matrix!, measureFeatures({ ...measured, about: pageAbout(tree, page.url ?? undefined) }));
    const buckets = termsOf(measured);
    for (const list of buckets) ends.push(ends.at(-1)! + list.length);
    writeSync(terms!, Buffer.from(Int32Array.from(buckets.flat()).buffer));
    writeSync(pages!, `${JSON.stringify({ ...page, html: undefined, set, blocks: measured.blocks.text })}\n`);
  }
  for (const file of [matrix, pages, terms]) closeSync(file!);
  writeFileSync(join(work, "term-ends.i32"), Buffer.from(Int32Array.from(ends).buffer));
  writeFileSync(join(work, "features.json"), JSON.stringify(FEATURES));
}

function measureContext(folder: string, work: string, score: string): void {
  const scores = readScores(work, score);
  const matrix = openSync(join(work, `${score}-context.f32`), "w");
  let at = 0;
  for (const { page } of benchPages(folder)) {
    const measured = measurePage(parseHtml(page.html));
    writeRows(matrix, scoreContext(scores.subarray(at, at + measured.blocks.count), measured));
    at += measured.blocks.count;
  }
  closeSync(matrix);
  if (at !== scores.length) throw new Error(`${scores.length} scores for ${at} blocks`);
  writeFileSync(join(work, `${score}-context.json`), JSON.stringify(contextNames(score)));
}

function measurePages(folder: string, work: string, score: string): void {
  const scores = readScores(work, score);
  const matrix = openSync(join(work, "page-signs.f32"), "w");
  let at = 0;
  for (const { page } of benchPages(folder)) {
    const tree = parseHtml(page.html);
    const measured = measurePage(tree);
    const own = scores.subarray(at, at + measured.blocks.count);
    at += measured.blocks.count;
    const input = { ...measured, about: pageAbout(tree, page.url ?? undefined) };
    writeRows(matrix, own.length > 0 ? pageSigns(input, own, PART) : PAGE_SIGNS.map(() => new Float32Array(1)));
  }
  closeSync(matrix);
  writeFileSync(join(work, "page-signs.json"), JSON.stringify(PAGE_SIGNS));
}

function readScores(work: string, score: string): Float32Array {
  const bytes = readFileSync(join(work, `${score}.f32`));
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

const [step, folder, work, score] = process.argv.slice(2) as [string, string, string, string];
if (step === "features") measureAll(folder, work);
else if (step === "context") measureContext(folder, work, score);
else measurePages(folder, work, score);
