import { type FeatureGroup, share } from "./feature-group.ts";

/** Levels above a block that are looked at; wrappers around the same blocks count as one. */
const LEVELS = 6;
const KINDS = ["blocks", "words", "pageShare", "linkShare", "proseShare", "place", "sizeOfBlock"] as const;

/** The text that stands around a block in ever larger elements. */
export const ancestors: FeatureGroup = {
  names: Array.from({ length: LEVELS }, (_, level) => KINDS.map((kind) => `up${level + 1}:${kind}`)).flat(),
  fill({ outline, blocks, measures, elements }, columns) {
    const whole = elements.words[0] ?? 0;
    for (let b = 0; b < blocks.count; b++) {
      let rank = blocks.host[b]!;
      for (let level = 0; level < LEVELS; level++) {
        rank = widerAncestor(rank, outline.parent, elements.blocks);
        const count = elements.blocks[rank]!;
        const row = [count, elements.words[rank]!, share(elements.words[rank]!, whole), elements.linkShare(rank)];
        row.push(share(elements.prose[rank]!, elements.words[rank]!));
        row.push(share(b - elements.firstBlock[rank]!, elements.lastBlock[rank]! - elements.firstBlock[rank]!));
        row.push(share(measures.words[b]!, elements.words[rank]!));
        for (const [i, value] of row.entries()) columns[level * KINDS.length + i]![b] = value;
      }
    }
  },
};

/** The next element up that holds more blocks; the outermost holds itself. */
function widerAncestor(rank: number, parent: Int32Array, blocks: Int32Array): number {
  const own = blocks[rank]!;
  let above = rank;
  while (parent[above]! >= 0 && blocks[above]! === own) above = parent[above]!;
  return above;
}
