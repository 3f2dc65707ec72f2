import { type FeatureGroup, share } from "./feature-group.ts";

/** Levels above a block that are looked at; wrappers around the same blocks count as one. */
const LEVELS = 6;
const KINDS = ["blocks", "words", "pageShare", "linkShare", "proseShare", "place", "sizeOfBlock"] as const;

/** The text that stands around a block in ever larger elements. */
export const ancestors: FeatureGroup = {
  names: Array.from({ length: LEVELS }, (_, level) => KINDS.map((kind) => `up${level + 1}:${kind}`)).flat(),
  fill({ outline, blocks, measures, elements }, columns) {
    const whole = elements.words[0] ?? 0;
    const wider = widerAncestors(outline.parent, elements.blocks);
    for (let level = 0; level < LEVELS; level++) {
      const own = columns.slice(level * KINDS.length, (level + 1) * KINDS.length);
      const [count, words, pageShare, linkShare, proseShare, place, sizeOfBlock] = own as Float32Array[];
      for (let b = 0; b < blocks.count; b++) {
        let rank = blocks.host[b]!;
        for (let step = 0; step <= level; step++) rank = wider[rank]!;
        const all = elements.words[rank]!;
        count![b] = elements.blocks[rank]!;
        words![b] = all;
        pageShare![b] = share(all, whole);
        linkShare![b] = elements.linkShare(rank);
        proseShare![b] = share(elements.prose[rank]!, all);
        place![b] = share(b - elements.firstBlock[rank]!, elements.lastBlock[rank]! - elements.firstBlock[rank]!);
        sizeOfBlock![b] = share(measures.words[b]!, all);
      }
    }
  },
};

/** Of each element the next one up that holds more blocks; the outermost holds itself. */
function widerAncestors(parent: Int32Array, blocks: Int32Array): Int32Array {
  const wider = new Int32Array(blocks.length);
  for (let rank = 0; rank < blocks.length; rank++) {
    const above = parent[rank]!;
    if (above < 0) wider[rank] = rank;
    else wider[rank] = blocks[above] === blocks[rank] ? wider[above]! : above;
  }
  return wider;
}
