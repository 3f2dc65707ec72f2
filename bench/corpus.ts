import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SEEDS = new URL("../seeds/", import.meta.url);

/** A small generator with a fixed seed (xorshift32): the corpus is the same on every machine. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  /** A number from 0 to `sides` - 1. */
  roll(sides: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % sides;
  }
}

/** Lines of furniture keep their words, or there would be nothing left to strip. */
const FURNITURE = /^(?:📍|News$|More News|.* – Your|Related|Leave a|Back to)/;
/** A debris site keeps its slug and attributes; any other word is drawn anew. */
const DEBRIS_OR_WORD = /\S+" class="[^>]*>(?:\S*">)?|\b[A-Za-z]+\b/g;

/**
 * Text documents of the kind in `seeds/`: a seed's paragraphs and noise, with every word of its prose drawn anew by its
 * frequency in all of them, so that documents are as much alike as strangers are.
 */
export function* textDocuments(count: number, seed = 7): Iterable<string> {
  const names = readdirSync(SEEDS).filter((name) => name.endsWith(".txt"));
  const texts = names.map((name) => readFileSync(new URL(name, SEEDS), "utf8"));
  const words = texts.join(" ").match(/\b[A-Za-z]+\b/g) ?? [];
  const dice = new Dice(seed);
  const drawn = (match: string): string => (match.includes('"') ? match : words[dice.roll(words.length)]!);
  for (let i = 0; i < count; i++) {
    const lines = texts[i % texts.length]!.split("\n");
    yield lines.map((line) => (FURNITURE.test(line) ? line : line.replace(DEBRIS_OR_WORD, drawn))).join("\n");
  }
}

/** Writes the documents as files, a thousand a folder. Returns their size in bytes. */
export function writeDocuments(folder: string, count: number): number {
  let bytes = 0;
  let i = 0;
  for (const text of textDocuments(count)) {
    const part = join(folder, String(Math.floor(i / 1000)).padStart(4, "0"));
    if (i % 1000 === 0) mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `${String(i).padStart(6, "0")}.txt`), text);
    bytes += Buffer.byteLength(text);
    i++;
  }
  return bytes;
}
