import type { LineShapes } from "./line-shapes.ts";

/** How much of what a line is about its document's prose is about: names of {@link topicOverlap}'s columns. */
export const OVERLAPS = ["topics", "topicsShared", "topicsInShort"] as const;

/** Slots of the table for each topic word: enough for few to share one. */
const ROOM = 4;

/** For each line: its topic words, the share of them that other lines of prose have, and that other short lines have. */
export function topicOverlap({ count, prose, terms }: LineShapes): readonly Float32Array[] {
  const { topics, topicStarts: starts } = terms;
  const size = 1 << Math.max(8, 32 - Math.clz32(starts[count]! * ROOM));
  const uses = [new Uint16Array(size), new Uint16Array(size)];
  for (let i = 0; i < count; i++)
    for (let t = starts[i]!; t < starts[i + 1]!; t++) uses[prose[i]!]![topics[t]! & (size - 1)]!++;
  const columns = OVERLAPS.map(() => new Float32Array(count));
  for (let i = 0; i < count; i++) {
    const own = starts[i + 1]! - starts[i]!;
    let [shared, inShort] = [0, 0];
    for (let t = starts[i]!; t < starts[i + 1]!; t++) {
      const slot = topics[t]! & (size - 1);
      if (uses[1]![slot]! > prose[i]!) shared++;
      if (uses[0]![slot]! > 1 - prose[i]!) inShort++;
    }
    columns[0]![i] = own;
    columns[1]![i] = own === 0 ? -1 : shared / own;
    columns[2]![i] = own === 0 ? -1 : inShort / own;
  }
  return columns;
}
