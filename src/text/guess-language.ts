import { hashSequence } from "./hash.ts";
import { LONGEST_NGRAM, type NgramTable, PACKED, pack, readNgramTable } from "./ngram-table.ts";
import { PairIndex } from "./pair-index.ts";

/** Of a text the first word that ends behind so many bytes is the last; of one without words, no more than the second. */
const [CUT_AT_WORD, CUT_ANYWHERE] = [350, 380];
/** N-grams of the inside of a word begin at every third byte and are four long; of longer words only so much is read. */
const [INNER, STEP, LONGEST_WORD] = [4, 3, 70];
/** Points of each n-gram at which the likelihood is a half. */
const HALF = 25;
const SPACE = 0x20;

/** A guess at the language of a text. */
export interface LanguageGuess {
  /** ISO 639-1. */
  readonly lang: string;
  /** By how much it is likelier than the next language, on a scale from 0 to 1. */
  readonly lead: number;
}

let table: NgramTable | undefined;

/**
 * The language whose n-grams of bytes a text has most of; undefined where it has none of any. The method and the list are those
 * of eld (Nito T.M.), and so are the answers, from typed arrays instead of objects.
 */
export function guessLanguage(text: string): LanguageGuess | undefined {
  table ??= readNgramTable();
  const ngrams = ngramsOf(text, table);
  const points = new Int32Array(table.languages.length);
  for (let n = 0; n < ngrams.count; n++) addPoints(table, ngrams.first[n]!, ngrams.second[n]!, points);
  let best = 0;
  let next = -1;
  for (let language = 1; language < points.length; language++) {
    if (points[language]! > points[best]!) [best, next] = [language, best];
    else if (next < 0 || points[language]! > points[next]!) next = language;
  }
  if (points[best] === 0) return undefined;
  const likelihood = (language: number): number => {
    const mean = points[language]! / ngrams.count;
    return mean / (mean + HALF);
  };
  return { lang: table.languages[best]!, lead: likelihood(best) - likelihood(next) };
}

function addPoints(
  { ngrams, from, language, points }: NgramTable,
  first: number,
  second: number,
  sums: Int32Array,
): void {
  const found = ngrams.find(first, second);
  if (found < 0) return;
  for (let i = from[found]!; i < from[found + 1]!; i++) sums[language[i]!]! += points[i]!;
}

/** The different n-grams of a text. */
function ngramsOf(text: string, { letters, separators }: NgramTable): PairIndex {
  const bytes = new TextEncoder().encode(text.replace(separators, " ").trim().toLowerCase());
  const end = readEnd(bytes);
  const ngrams = new PairIndex(end);
  /** The word at hand between two spaces, with room for the n-grams of a short one. */
  const word = new Uint8Array(end + LONGEST_NGRAM);
  word[0] = SPACE;
  for (let from = 0; from < end; ) {
    let to = from;
    for (; to < end && bytes[to] !== SPACE; to++) word[to - from + 1] = letters[bytes[to]!]!;
    if (to > from) addWord(ngrams, word, to - from);
    from = to + 1;
  }
  return ngrams;
}

function readEnd(bytes: Uint8Array): number {
  const space = bytes.indexOf(SPACE, CUT_AT_WORD + 1);
  let end = CUT_ANYWHERE + 1;
  while (end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end++;
  return Math.min(bytes.length, space < 0 ? end : Math.min(space, end));
}

/** Takes the word that stands in `word` from 1 on, behind a space. */
function addWord(ngrams: PairIndex, word: Uint8Array, length: number): void {
  const read = Math.min(length, LONGEST_WORD);
  let at = 0;
  for (; at + INNER < read; at += STEP) addNgram(ngrams, word, at === 0 ? 0 : at + 1, at + 1 + INNER);
  word[length + 1] = SPACE;
  addNgram(ngrams, word, at === 0 ? 0 : read - INNER + 1, length + 2);
}

/** What is longer is in no list, but counts. */
function addNgram(ngrams: PairIndex, word: Uint8Array, from: number, to: number): void {
  if (to - from > LONGEST_NGRAM) ngrams.add(hashSequence(Uint32Array.from(word.subarray(from, to)), 0, to - from), -1);
  else ngrams.add(pack(word, from, Math.min(to, from + PACKED)), pack(word, from + PACKED, to));
}
