import type { Cleaned, CleanedBlock } from "../core/cleaned.ts";
import { hashSequence } from "../text/hash.ts";
import { WordList } from "../text/words.ts";

/** A stretch of the words of a document: one block, or all of it. */
export interface WordRange {
  readonly block: number;
  readonly from: number;
  readonly to: number;
  /** Hash of the numbers and negations in it, in their order; 0 when there is none. */
  readonly numbers: number;
  /** Where its names begin and end in the list's. */
  readonly names: readonly [from: number, to: number];
}

/** A document's words, read once for all stages. */
export interface DocumentWords {
  readonly words: WordList;
  readonly whole: WordRange;
  /** The blocks that may be compared as paragraphs. */
  readonly paragraphs: readonly WordRange[];
}

/** Lines this short are repeated on purpose: refrains, captions, bylines, lines of law. */
const LEAST_WORDS = 8;
const LEAST_CHARACTERS = 16;

/** One list for all documents, because a fresh pair of arrays a document costs more than reading it. */
const list: WordList = new WordList();
let last: { readonly cleaned: Cleaned; readonly document: DocumentWords } | undefined;

/**
 * The words of a document. What it gives is overwritten by the call for the next document, so a stage takes from it what
 * it needs before it returns.
 */
export function documentWords(cleaned: Cleaned): DocumentWords {
  if (last?.cleaned === cleaned) return last.document;
  list.clear();
  const paragraphs: WordRange[] = [];
  for (const [block, content] of cleaned.blocks.entries()) {
    const from = list.count;
    const firstNumber = list.numberCount;
    const firstName = list.nameCount;
    const unspaced = list.unspaced;
    list.append(content.text);
    if (!isComparable(content, list.count - from, list.unspaced - unspaced)) continue;
    const numbers = hashSequence(list.numbers, firstNumber, list.numberCount);
    paragraphs.push({ block, from, to: list.count, numbers, names: [firstName, list.nameCount] });
  }
  const numbers = hashSequence(list.numbers, 0, list.numberCount);
  const whole: WordRange = { block: -1, from: 0, to: list.count, numbers, names: [0, list.nameCount] };
  last = { cleaned, document: { words: list, whole, paragraphs } };
  return last.document;
}

/** Headings, list items, tables and code repeat on purpose, as do short lines; only the rest may be a duplicate. */
function isComparable({ kind }: CleanedBlock, words: number, unspaced: number): boolean {
  if (kind !== "paragraph" && kind !== "quote") return false;
  return (words - unspaced) / LEAST_WORDS + unspaced / LEAST_CHARACTERS >= 1;
}
