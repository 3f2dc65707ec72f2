import { namesDiffer } from "../../src/dedupe/names-differ.ts";
import { foldedWords } from "../../src/text/fold-table.ts";
import { WordList } from "../../src/text/words.ts";

/** Fewer words in the shorter of two texts, and words are compared instead of shingles. */
const SHORT = 30;
const LONGEST_PARTNER = 32;
const LEAST_WORDS = 8;

interface Read {
  readonly words: readonly string[];
  readonly shingles: ReadonlySet<string>;
  /** Its words and what is told beside them, as one string. */
  readonly whole: string;
  readonly told: string;
  readonly names: Uint32Array;
}

/**
 * What has to go, by the definition and in strings: of texts in their order, one goes when its words are those of an
 * earlier one, or when an earlier one that stays is alike. Any two alike texts share a shingle among the rarest fifth of
 * the longer one's (prefix filtering in the order of true frequencies); short ones are met by every shingle.
 */
export function oracleDrops(texts: readonly string[]): Set<number> {
  const read = texts.map(readText);
  const drops = new Set<number>();
  const firsts = new Set<string>();
  for (const [i, { whole }] of read.entries()) {
    if (firsts.has(whole)) drops.add(i);
    firsts.add(whole);
  }
  const frequency = new Map<string, number>();
  for (const [i, { shingles }] of read.entries())
    if (!drops.has(i)) for (const shingle of shingles) frequency.set(shingle, (frequency.get(shingle) ?? 0) + 1);
  const postings = new Map<string, number[]>();
  for (const [i, one] of read.entries()) {
    if (drops.has(i) || one.words.length < LEAST_WORDS) continue;
    const keys = keysOf(one, frequency);
    const candidates = new Set(keys.flatMap((key) => postings.get(key) ?? []));
    if ([...candidates].some((other) => areAlike(read[other]!, one))) drops.add(i);
    else for (const key of keys) append(postings, key, i);
  }
  return drops;
}

function readText(text: string): Read {
  const words = foldedWords(text).map((word) => word.text);
  const list = new WordList();
  list.append(text);
  const told = list.numbers.subarray(0, list.numberCount).join(" ");
  const shingles = new Set(words.slice(2).map((_, i) => words.slice(i, i + 3).join(" ")));
  const names = list.names.slice(0, list.nameCount);
  return { words, shingles, whole: `${words.join(" ")}|${told}`, told, names };
}

function keysOf({ words, shingles }: Read, frequency: ReadonlyMap<string, number>): string[] {
  const sorted = [...shingles].sort((a, b) => frequency.get(a)! - frequency.get(b)! || (a < b ? -1 : 1));
  const longest = words.length <= LONGEST_PARTNER ? sorted.length : Math.floor(sorted.length / 5) + 1;
  return sorted.slice(0, longest).filter((key) => frequency.get(key)! > 1);
}

function append(postings: Map<string, number[]>, key: string, value: number): void {
  const list = postings.get(key);
  if (list) list.push(value);
  else postings.set(key, [value]);
}

function areAlike(a: Read, b: Read): boolean {
  if (a.told !== b.told || !areSimilar(a, b)) return false;
  return !namesDiffer(runOf(a.names), runOf(b.names));
}

function areSimilar(a: Read, b: Read): boolean {
  const [shorter, longer] = [Math.min(a.words.length, b.words.length), Math.max(a.words.length, b.words.length)];
  if (shorter < SHORT) return shorter * 10 >= longer * 9 && commonSubsequence(a.words, b.words) * 10 >= longer * 9;
  let shared = 0;
  for (const shingle of a.shingles) if (b.shingles.has(shingle)) shared++;
  return shared * 5 >= (a.shingles.size + b.shingles.size - shared) * 4;
}

/** How many words the longest common subsequence of two texts has. */
export function commonSubsequence(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    for (const [j, y] of b.entries()) next.push(x === y ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row[b.length]!;
}

const runOf = (values: Uint32Array) => ({ values, from: 0, to: values.length });
