import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { PairIndex } from "./pair-index.ts";

const require = createRequire(import.meta.url);
const BYTE = 8;
/** Characters of the longest n-gram, and those that {@link pack} takes of one first. */
export const LONGEST_NGRAM = 6;
export const PACKED = 4;
/** What eld leaves out of each number of its list, since all have it. */
const LEAST_POINTS = 53;

/** What an n-gram, a row of at most six bytes, says for each language. */
export interface NgramTable {
  /** ISO 639-1. In the table a language is its place here. */
  readonly languages: readonly string[];
  /** N-grams as {@link pack} has them; what one says stands at from[n] … from[n + 1] - 1. */
  readonly ngrams: PairIndex;
  readonly from: Uint32Array;
  readonly language: Uint8Array;
  readonly points: Uint16Array;
  /** By byte the character, below 256, that stands for it in n-grams. */
  readonly letters: Uint8Array;
  /** What parts words. */
  readonly separators: RegExp;
}

/** Up to four characters as one number; an n-gram is two of them, {@link PACKED} characters and the rest. */
export function pack(letters: Uint8Array, from: number, to: number): number {
  let packed = 0;
  for (let i = to - 1; i >= from; i--) packed = (packed << BYTE) | letters[i]!;
  return packed;
}

const LANGUAGE = /(\d{1,2}):'([a-z]{2})'/g;
const NGRAM = /(?:'((?:[^'\\]|\\.){1,6})'|([\w$]{1,6})):\{([\d:,]*)\}/g;

/**
 * Reads eld's smallest list of n-grams as the text that it is. Loaded as the module that it also is, it becomes fifty thousand
 * objects, which take a fifth of a second and 90 MB. The text is part of no promise of eld's, so its version is fixed.
 */
export function readNgramTable(): NgramTable {
  const entry = import.meta.resolve("eld/extrasmall");
  const text = readFileSync(new URL("../ngrams/extrasmall.js", entry), "utf8");
  const languages = Array.from(text.matchAll(LANGUAGE), ([, , language]) => language!);
  const ngrams = new PairIndex(1 << 16);
  const letters = new Uint8Array(LONGEST_NGRAM);
  const from: number[] = [];
  const language: number[] = [];
  const points: number[] = [];
  for (const [, quoted, bare, said] of text.matchAll(NGRAM)) {
    const ngram = quoted?.replaceAll(/\\(.)/g, "$1") ?? bare!;
    for (let i = 0; i < LONGEST_NGRAM; i++) letters[i] = ngram.charCodeAt(i);
    ngrams.add(pack(letters, 0, PACKED), pack(letters, PACKED, LONGEST_NGRAM));
    from.push(language.length);
    for (const pair of said!.split(",")) {
      const colon = pair.indexOf(":");
      language.push(Number(pair.slice(0, colon)));
      points.push(Number(pair.slice(colon + 1)) + LEAST_POINTS);
    }
  }
  from.push(language.length);
  return {
    languages,
    ngrams,
    from: Uint32Array.from(from),
    language: Uint8Array.from(language),
    points: Uint16Array.from(points),
    ...readAlphabet(entry),
  };
}

function readAlphabet(entry: string): Pick<NgramTable, "letters" | "separators"> {
  const load = (path: string): unknown => require(fileURLToPath(new URL(path, entry)));
  const { dictionary } = load("../dictionary.js") as { readonly dictionary: readonly string[] };
  const { separators } = load("../regexPatterns.js") as { readonly separators: RegExp };
  const letters = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? byte : dictionary[byte]!.charCodeAt(0)));
  return { letters, separators };
}
