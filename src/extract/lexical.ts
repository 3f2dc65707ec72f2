import { hashSequence } from "../text/hash.ts";
import type { BlockTable } from "./block-table.ts";
import type { ElementAttributes } from "./element-attributes.ts";
import type { Measures } from "./measures.ts";
import type { Outline } from "./outline.ts";
import type { MeasuredPage } from "./page-measures.ts";

/** Buckets that words and names are hashed to. */
export const BUCKETS: number = 1 << 16;

/** Blocks with more words give only their beginning: what a long text is about says nothing of its place on a page. */
const LONGEST_WHOLE = 40;
const BEGINNING = 8;
/** Labels are short, and in a short line the order of the words tells. */
const LONGEST_LABEL = 12;
const HEADING_WORDS = 10;
/** Salts that keep a word in one role apart from the same word in another. */
const NAME = 0x3c6ef372;
const WORD = 0x1b873593;
const PAIR = 0x52dce729;
const LINE = 0x2545f491;
const HEADING = 0x6c62272e;

/** Visits the buckets of each element's names and of each block's words: what a linear score of a block sums over. */
export class LexicalTerms {
  private readonly outline: Outline;
  private readonly blocks: BlockTable;
  private readonly measures: Measures;
  private readonly attributes: ElementAttributes;

  constructor({ outline, blocks, measures, elements }: MeasuredPage) {
    this.outline = outline;
    this.blocks = blocks;
    this.measures = measures;
    this.attributes = elements.attributes;
  }

  /** Buckets of the words in an element's class and id. */
  ofElement(rank: number): number[] {
    const { words, wordFrom } = this.attributes;
    const buckets: number[] = [];
    for (let i = wordFrom[rank]!; i < wordFrom[rank + 1]!; i++) buckets.push(bucket(words.hashes[i]!, NAME));
    return buckets;
  }

  /** Buckets of a block's own words, and of the heading block above it (-1 for none). */
  ofBlock(b: number, heading: number): number[] {
    const { wordFrom, list } = this.measures;
    const from = wordFrom[b]!;
    const count = wordFrom[b + 1]! - from;
    const buckets: number[] = [];
    const used = count <= LONGEST_WHOLE ? count : BEGINNING;
    for (let i = from; i < from + used; i++) buckets.push(bucket(list.low[i]!, WORD));
    if (count <= LONGEST_LABEL) {
      for (let i = from + 1; i < from + count; i++) buckets.push(bucket(hashSequence(list.low, i - 1, i + 1), PAIR));
      buckets.push(bucket(hashSequence(list.low, from, from + count), LINE));
    }
    if (heading < 0) return buckets;
    const end = Math.min(wordFrom[heading + 1]!, wordFrom[heading]! + HEADING_WORDS);
    for (let i = wordFrom[heading]!; i < end; i++) buckets.push(bucket(list.low[i]!, HEADING));
    return buckets;
  }

  isHeading(b: number): boolean {
    return this.outline.kind[this.blocks.host[b]!] === "heading";
  }
}

function bucket(hash: number, salt: number): number {
  let mixed = Math.imul(hash ^ salt, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) & (BUCKETS - 1);
}
