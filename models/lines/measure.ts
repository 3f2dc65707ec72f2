import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { textOf } from "../../bench/noise/noise-counts.ts";
import type { NoisyDocument } from "../../bench/noise/noisy-documents.ts";
import { letterKey } from "../../bench/noise/surroundings.ts";
import { candidates } from "../../src/judge/candidates.ts";
import { LineContext } from "../../src/judge/line-context.ts";
import { contextNames, FEATURES, measureLines, scoreContext } from "../../src/judge/line-features.ts";
import { type JudgedLine, LineShapes } from "../../src/judge/line-shapes.ts";
import { segmentText } from "../../src/segment/segment-text.ts";

// The half of the training that must be the product's own code: measures the lines of all documents for train_judge.py.
//   node measure.ts features <work folder> <documents|flattened>
//   node measure.ts context <work folder> <documents|flattened> <score>     reads <score>.f32, writes <score>-context.f32

interface Made {
  readonly document?: NoisyDocument;
  readonly text?: string;
}

function* madeDocuments(file: string): Generator<Made> {
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    yield JSON.parse(bytes.toString("utf8", at, end));
    at = end + 1;
  }
}

/** Blocks as the product cuts them. Where it joins or parts lines of a made document, their labels are lost. */
function blocksOf({ document, text }: Made): readonly JudgedLine[] {
  const blocks = segmentText(document ? textOf(document) : text!);
  return document && blocks.length !== document.length ? [] : blocks;
}

function linesOf(shapes: LineShapes, { document }: Made): readonly number[] {
  return document ? candidates(shapes) : Array.from({ length: shapes.count }, (_, i) => i);
}

/** Rows of float32; a document's rows are written when they are known. */
class Matrix {
  private readonly file: number;
  rows = 0;

  constructor(work: string, name: string, names: readonly string[]) {
    this.file = openSync(join(work, `${name}.f32`), "w");
    writeFileSync(join(work, `${name}.json`), JSON.stringify(names));
  }

  write(columns: readonly Float32Array[]): void {
    const count = columns[0]?.length ?? 0;
    const rows = new Float32Array(count * columns.length);
    for (const [c, column] of columns.entries())
      for (let r = 0; r < count; r++) rows[r * columns.length + c] = column[r]!;
    writeSync(this.file, Buffer.from(rows.buffer));
    this.rows += count;
  }

  close(): void {
    closeSync(this.file);
  }
}

function features(work: string, name: string): void {
  const matrix = new Matrix(work, `${name}-features`, FEATURES);
  const facts = openSync(join(work, `${name}-facts.jsonl`), "w");
  const terms = openSync(join(work, `${name}-terms.i32`), "w");
  const ends = openSync(join(work, `${name}-term-ends.i32`), "w");
  let termCount = 0;
  writeSync(ends, Buffer.from(Int32Array.of(0).buffer));
  for (const made of madeDocuments(join(work, `${name}.jsonl`))) {
    const blocks = blocksOf(made);
    const shapes = new LineShapes(blocks);
    const lines = linesOf(shapes, made);
    matrix.write([...measureLines(new LineContext(shapes), lines, FEATURES).values()]);
    const own: number[] = [];
    const rowEnds = lines.map((i) => {
      for (let t = shapes.terms.starts[i]!; t < shapes.terms.starts[i + 1]!; t++) own.push(shapes.terms.terms[t]!);
      return termCount + own.length;
    });
    termCount += own.length;
    writeSync(terms, Buffer.from(Int32Array.from(own).buffer));
    writeSync(ends, Buffer.from(Int32Array.from(rowEnds).buffer));
    const { document: _, text: __, ...rest } = made;
    const letters = blocks.map(({ text }) => letterKey(text).length);
    const furniture = made.document?.map(({ furniture }) => Number(furniture));
    const texts = made.text === undefined ? undefined : blocks.map(({ text }) => text);
    writeSync(facts, `${JSON.stringify({ ...rest, rows: lines, letters, furniture, blocks: texts })}\n`);
  }
  matrix.close();
  for (const file of [facts, terms, ends]) closeSync(file);
  console.log(`${matrix.rows} lines of ${name}, ${FEATURES.length} features, ${termCount} terms`);
}

function context(work: string, name: string, score: string): void {
  const bytes = readFileSync(join(work, `${name}-${score}.f32`));
  const scores = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const matrix = new Matrix(work, `${name}-${score}-context`, contextNames(score));
  for (const made of madeDocuments(join(work, `${name}.jsonl`))) {
    const shapes = new LineShapes(blocksOf(made));
    const lines = linesOf(shapes, made);
    const own = new Float32Array(shapes.count);
    for (const [k, i] of lines.entries()) own[i] = scores[matrix.rows + k]!;
    matrix.write(scoreContext(new LineContext(shapes), own, lines));
  }
  matrix.close();
}

const [mode, work, name, score] = process.argv.slice(2);
if (mode === "features") features(work!, name!);
else context(work!, name!, score!);
