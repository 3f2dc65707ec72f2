import { textOf } from "../html/text.ts";
import { hasInk } from "../text/whitespace.ts";
import { BLOCK_LEVEL } from "./elements.ts";
import type { Outline } from "./outline.ts";

/** A page's blocks before anything is chosen, as columns: what the features are measured on. */
export interface BlockTable {
  readonly count: number;
  /** Range of `outline.texts`, end excluded; white texts at both ends are left out. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Rank of the block-level element around the block's first text. */
  readonly host: Int32Array;
  /** What a reader sees, as it stands in the source: white space is not settled yet. */
  readonly text: readonly string[];
}

/** Groups visible texts to blocks: neighbours of one segment. Groups that are only white space are no blocks. */
export function tabulateBlocks(outline: Outline): BlockTable {
  const { texts, segment, tree } = outline;
  const data = texts.map((node) => textOf(tree, node));
  const from: number[] = [];
  const to: number[] = [];
  for (let i = 0; i < texts.length; ) {
    const own = segment[texts[i]!]!;
    let first = -1;
    let last = -1;
    for (; i < texts.length && segment[texts[i]!] === own; i++) {
      if (!hasInk(data[i]!)) continue;
      if (first < 0) first = i;
      last = i;
    }
    if (first < 0) continue;
    from.push(first);
    to.push(last + 1);
  }
  return {
    count: from.length,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    host: Int32Array.from(from, (i) => blockHost(outline, texts[i]!)),
    text: joinTexts(outline, data, from, to),
  };
}

function blockHost({ host, tag, parent }: Outline, text: number): number {
  let rank = host[text]!;
  while (parent[rank]! >= 0 && !BLOCK_LEVEL[tag[rank]!]) rank = parent[rank]!;
  return rank;
}

/** The texts of each block with the gaps between them. */
function joinTexts(
  outline: Outline,
  data: readonly string[],
  from: readonly number[],
  to: readonly number[],
): string[] {
  const { texts, tree, gaps } = outline;
  let g = 0;
  return from.map((first, block) => {
    let text = data[first]!;
    let end = tree.end[texts[first]!]!;
    for (let i = first + 1; i < to[block]!; i++) {
      const start = tree.start[texts[i]!]!;
      while (g < gaps.length && gaps[g]!.at < end) g++;
      for (; g < gaps.length && gaps[g]!.at < start; g++) text += gaps[g]!.text;
      text += data[i]!;
      end = tree.end[texts[i]!]!;
    }
    return text;
  });
}
