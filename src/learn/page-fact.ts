import type { Cleaned } from "../core/cleaned.ts";
import type { Fact } from "../core/corpus-stage.ts";
import { hashText } from "../text/hash.ts";
import { isProse } from "../text/prose.ts";
import { type Line, POSITIONS, readLines } from "./read-lines.ts";
import { isFolder } from "./source-name.ts";

/** A line as it is compared. Keys are 53-bit hashes, exact in a number. */
export interface PageLine extends Pick<Line, "block" | "position" | "isHeading"> {
  readonly key: number;
  readonly runs: readonly number[];
}

/** What is compared of a document. */
export interface Page {
  readonly document: number;
  /** Tells apart two sources whose 32-bit keys are the same. */
  readonly source: number;
  readonly inFolder: boolean;
  /** How many blocks the document has. */
  readonly blocks: number;
  /** Hashes of its paragraphs of prose. */
  readonly prose: Uint32Array;
  readonly lines: readonly PageLine[];
}

const HEADER = 6;
/** A line's first number holds, from the lowest bit, the number of its runs, its position, its kind, and its block. */
const [POSITION, HEADING, BLOCK] = [4, 16, 32];
const HIGH = 2 ** 32;
/** Lines that are looked at from either end of a document, so that a table of a million cells stays small. */
const LINES_AN_END = 512;
/** Paragraphs, and code units of each, by which a page is told from a copy of another. */
const MOST_PROSE = 64;
const BEGINNING = 96;

/**
 * What leaves a document to be compared with the others of its source: 4 bytes a paragraph, 12 a line, 8 more for each
 * of a line's runs, 28 for the document. One without any line counts as a page of its source all the same.
 */
export function pageFact(cleaned: Cleaned, source: string): Omit<Fact, "document"> {
  const all = readLines(cleaned);
  const lines = all.length <= 2 * LINES_AN_END ? all : [...all.slice(0, LINES_AN_END), ...all.slice(-LINES_AN_END)];
  const prose = cleaned.blocks.filter(({ text }) => isProse(text)).slice(0, MOST_PROSE);
  const name = hashText(source);
  const keys = lines.reduce((sum, { runs }) => sum + 1 + runs.length, 0);
  const data = new Uint32Array(HEADER + prose.length + lines.length + 2 * keys);
  data.set([low(name), high(name), Number(isFolder(source)), cleaned.blocks.length, prose.length, lines.length]);
  let at = HEADER;
  for (const { text } of prose) data[at++] = low(hashText(text, BEGINNING));
  const write = (text: string): void => {
    const key = hashText(text);
    data[at++] = low(key);
    data[at++] = high(key);
  };
  for (const { block, position, isHeading, template, runs } of lines) {
    data[at++] = block * BLOCK + Number(isHeading) * HEADING + POSITIONS.indexOf(position) * POSITION + runs.length;
    write(template);
    for (const run of runs) write(run);
  }
  return { block: -1, data };
}

const high = (key: number): number => Math.floor(key / HIGH);
/** Not `>>> 0`, which is slow on a number of more than 32 bits. */
const low = (key: number): number => key - high(key) * HIGH;

/** By which the pages of one source meet. */
export function sourceKey(data: Uint32Array): number {
  return data[0]!;
}

/** The way back. */
export function readPage({ document, data }: Fact): Page {
  const [, source = 0, folder, blocks = 0, paragraphs = 0, count = 0] = data;
  const lines: PageLine[] = [];
  let at = HEADER + paragraphs;
  const readKey = (): number => {
    at += 2;
    return data[at - 1]! * HIGH + data[at - 2]!;
  };
  for (let i = 0; i < count; i++) {
    const head = data[at++]!;
    const position = POSITIONS[Math.floor((head % HEADING) / POSITION)]!;
    const isHeading = head % BLOCK >= HEADING;
    const key = readKey();
    const runs = Array.from({ length: head % POSITION }, readKey);
    lines.push({ block: Math.floor(head / BLOCK), position, isHeading, key, runs });
  }
  return {
    document,
    source,
    inFolder: folder === 1,
    blocks,
    prose: data.subarray(HEADER, HEADER + paragraphs),
    lines,
  };
}
