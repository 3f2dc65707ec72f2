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

const SYLLABLES =
  "an ber cor dal el fin gar hol in jor kel lan mar nor os per quin ros sel tor ul ver wen yar zil".split(" ");
/** Words of the made language. News text has more, and uses them as unevenly. */
const VOCABULARY = 30_000;

/** Offset of the Zipf-Mandelbrot law. Without it the commonest words would meet in threes, as no grammar lets them. */
const OFFSET = 8;

/** The rank that a share from 0 to 1 falls on. */
function rankOf(share: number): number {
  return Math.floor(OFFSET * ((VOCABULARY + OFFSET) / OFFSET) ** share) - OFFSET;
}

/** A word of one to four syllables; low numbers are short, as common words are. */
function wordOf(number: number): string {
  let word = "";
  for (let rest = number + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length];
  return word;
}

/** Lines of furniture keep their words, or there would be nothing left to strip. */
const FURNITURE = /^(?:📍|News$|More News|.* – Your|Related|Leave a|Back to)/;
/** A debris site keeps its slug and attributes; any other word is drawn anew. */
const DEBRIS_OR_WORD = /\S+" class="[^>]*>(?:\S*">)?|\b[A-Za-z]+\b/g;

/** What English is known by; without these words the documents would be in no language, as hardly any text is. */
const SMALL_WORD = /^[a-z]{1,3}$/;

/**
 * Text documents of the kind in `seeds/`: a seed's paragraphs, capitals, punctuation and noise, with every longer word of
 * its prose drawn from a made vocabulary, so that documents are as much alike as strangers are.
 */
export function* textDocuments(count: number, seed = 7): Iterable<string> {
  const names = readdirSync(SEEDS).filter((name) => name.endsWith(".txt"));
  const texts = names.map((name) => readFileSync(new URL(name, SEEDS), "utf8"));
  const dice = new Dice(seed);
  const drawn = (match: string): string => {
    if (match.includes('"') || SMALL_WORD.test(match)) return match;
    const word = wordOf(rankOf(dice.roll(2 ** 20) / 2 ** 20));
    return /^[A-Z]/.test(match) ? word[0]!.toUpperCase() + word.slice(1) : word;
  };
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
