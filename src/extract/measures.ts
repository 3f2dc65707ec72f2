import { textOf } from "../html/text.ts";
import { ENCODED, type HtmlTree } from "../html/tree.ts";
import { WordList } from "../text/words.ts";
import type { BlockTable } from "./block-table.ts";
import { CharacterCounts } from "./character-counts.ts";
import { IN_LINK, type Outline } from "./outline.ts";

/** Shorter texts are labels, not prose, whatever else they look like. Words. */
const SHORTEST_PROSE = 8;

/** What is counted in each block, as columns. Words are those of {@link WordList}. */
export class Measures {
  readonly count: number;
  readonly counts: CharacterCounts;
  /** All words of the page in order; those of block b are wordFrom[b] … wordFrom[b + 1] - 1. */
  readonly list: WordList = new WordList();
  readonly wordFrom: Int32Array;
  readonly words: Int32Array;
  /** Letters and digits in links, and links that begin in the block. */
  readonly linkLetters: Float64Array;
  readonly links: Int32Array;
  /** Share of the letters that are in links. */
  readonly linkShare: Float64Array;
  /** Words of the block if it reads as prose, else 0. */
  readonly prose: Int32Array;

  constructor(outline: Outline, blocks: BlockTable) {
    this.count = blocks.count;
    this.counts = new CharacterCounts(blocks.text);
    this.wordFrom = new Int32Array(this.count + 1);
    this.words = new Int32Array(this.count);
    this.linkLetters = new Float64Array(this.count);
    this.links = new Int32Array(this.count);
    this.linkShare = new Float64Array(this.count);
    this.prose = new Int32Array(this.count);
    this.countWords(blocks);
    this.countLinks(outline, blocks);
    this.judgeProse();
  }

  private countWords({ text }: BlockTable): void {
    for (let b = 0; b < this.count; b++) {
      this.wordFrom[b] = this.list.count;
      this.list.append(text[b]!);
      this.words[b] = this.list.count - this.wordFrom[b]!;
    }
    this.wordFrom[this.count] = this.list.count;
  }

  private countLinks(outline: Outline, { from, to }: BlockTable): void {
    const { texts, host, state, tree } = outline;
    for (let b = 0; b < this.count; b++) {
      let last = -1;
      for (let i = from[b]!; i < to[b]!; i++) {
        const rank = host[texts[i]!]!;
        if ((state[rank]! & IN_LINK) === 0) continue;
        this.linkLetters[b]! += lettersIn(tree, texts[i]!);
        const link = linkAround(outline, rank);
        if (link !== last) this.links[b]!++;
        last = link;
      }
      const letters = this.counts.letters[b]! + this.counts.digits[b]!;
      this.linkShare[b] = letters === 0 ? 0 : Math.min(1, this.linkLetters[b]! / letters);
    }
  }

  private judgeProse(): void {
    const { stops } = this.counts;
    for (let b = 0; b < this.count; b++)
      if (this.words[b]! >= SHORTEST_PROSE && stops[b]! > 0 && this.linkShare[b]! < 0.5) this.prose[b] = this.words[b]!;
  }
}

function linkAround({ parent, state }: Outline, rank: number): number {
  let link = rank;
  while (parent[link]! >= 0 && (state[parent[link]!]! & IN_LINK) !== 0) link = parent[link]!;
  return link;
}

function lettersIn(tree: HtmlTree, node: number): number {
  const written = (tree.flags[node]! & ENCODED) === 0;
  const text = written ? tree.source : textOf(tree, node);
  const end = written ? tree.end[node]! : text.length;
  let count = 0;
  for (let i = written ? tree.start[node]! : 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x2f && (code < 0x3a || (code > 0x40 && code < 0x5b) || (code > 0x60 && code < 0x7b) || code > 0xbf))
      count++;
  }
  return count;
}
