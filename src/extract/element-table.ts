import type { BlockTable } from "./block-table.ts";
import { ElementAttributes } from "./element-attributes.ts";
import type { Measures } from "./measures.ts";
import type { Outline } from "./outline.ts";

/** What is known of each element of an {@link Outline}, by rank: its attributes, and sums over the blocks below it. */
export class ElementTable {
  readonly attributes: ElementAttributes;
  /** Equal for elements whose ancestors, too, are of the same shapes. */
  readonly path: Int32Array;
  /** Whether an element or one around it says that it is not shown. */
  readonly hidden: Uint8Array;
  readonly blocks: Int32Array;
  readonly words: Float64Array;
  readonly prose: Float64Array;
  readonly letters: Float64Array;
  readonly linkLetters: Float64Array;
  readonly links: Float64Array;
  /** First block below, and the one after the last. */
  readonly firstBlock: Int32Array;
  readonly lastBlock: Int32Array;

  constructor(outline: Outline, blocks: BlockTable, measures: Measures) {
    const { count } = outline;
    this.attributes = new ElementAttributes(outline);
    this.path = new Int32Array(count);
    this.hidden = new Uint8Array(count);
    this.blocks = new Int32Array(count);
    this.words = new Float64Array(count);
    this.prose = new Float64Array(count);
    this.letters = new Float64Array(count);
    this.linkLetters = new Float64Array(count);
    this.links = new Float64Array(count);
    this.firstBlock = new Int32Array(count).fill(blocks.count);
    this.lastBlock = new Int32Array(count);
    this.handDown(outline);
    this.sum(outline, blocks, measures);
  }

  private handDown({ parent, count }: Outline): void {
    const { shape, hidden } = this.attributes;
    for (let rank = 0; rank < count; rank++) {
      const above = parent[rank]!;
      this.path[rank] = mix(shape[rank]!, above < 0 ? 0 : this.path[above]!);
      this.hidden[rank] = above >= 0 && this.hidden[above] ? 1 : hidden[rank]!;
    }
  }

  private sum({ parent, count }: Outline, { host }: BlockTable, measures: Measures): void {
    for (let b = 0; b < host.length; b++) {
      const rank = host[b]!;
      this.blocks[rank]!++;
      this.words[rank]! += measures.words[b]!;
      this.prose[rank]! += measures.prose[b]!;
      this.letters[rank]! += measures.counts.letters[b]! + measures.counts.digits[b]!;
      this.linkLetters[rank]! += measures.linkLetters[b]!;
      this.links[rank]! += measures.links[b]!;
      this.firstBlock[rank] = Math.min(this.firstBlock[rank]!, b);
      this.lastBlock[rank] = Math.max(this.lastBlock[rank]!, b + 1);
    }
    for (let rank = count - 1; rank > 0; rank--) {
      const above = parent[rank]!;
      if (above < 0) continue;
      this.blocks[above]! += this.blocks[rank]!;
      this.words[above]! += this.words[rank]!;
      this.prose[above]! += this.prose[rank]!;
      this.letters[above]! += this.letters[rank]!;
      this.linkLetters[above]! += this.linkLetters[rank]!;
      this.links[above]! += this.links[rank]!;
      this.firstBlock[above] = Math.min(this.firstBlock[above]!, this.firstBlock[rank]!);
      this.lastBlock[above] = Math.max(this.lastBlock[above]!, this.lastBlock[rank]!);
    }
  }

  /** Share of the letters below an element that are in links. */
  linkShare(rank: number): number {
    return this.letters[rank] === 0 ? 0 : Math.min(1, this.linkLetters[rank]! / this.letters[rank]!);
  }
}

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b << 5) ^ (b >>> 27), 0x85ebca6b);
  hash ^= hash >>> 15;
  return hash | 0;
}
