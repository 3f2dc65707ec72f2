import { hashSequence } from "../../text/hash.ts";
import { type FeatureGroup, share } from "./feature-group.ts";

/** Words in a shingle. */
const SHINGLE = 4;

/** Text that stands on the page more than once: menus twice, teasers of the story, mobile and desktop copies. */
export const duplicates: FeatureGroup = {
  names: ["sameBefore", "sameAfter", "seenBefore", "seenAfter"],
  fill({ blocks, measures }, columns) {
    const [sameBefore, sameAfter, seenBefore, seenAfter] = columns as Float32Array[];
    const { wordFrom, list } = measures;
    const count = blocks.count;
    const same = new Map<number, number>();
    const whole = new Uint32Array(count);
    for (let b = 0; b < count; b++) {
      whole[b] = hashSequence(list.low, wordFrom[b]!, wordFrom[b + 1]!);
      const before = same.get(whole[b]!) ?? 0;
      sameBefore![b] = before;
      same.set(whole[b]!, before + 1);
    }
    for (let b = 0; b < count; b++) sameAfter![b] = same.get(whole[b]!)! - sameBefore![b]! - 1;
    const seen = new Set<number>();
    const visit = (b: number, column: Float32Array): void => {
      const last = wordFrom[b + 1]! - SHINGLE;
      let hits = 0;
      for (let i = wordFrom[b]!; i <= last; i++) if (seen.has(hashSequence(list.low, i, i + SHINGLE))) hits++;
      for (let i = wordFrom[b]!; i <= last; i++) seen.add(hashSequence(list.low, i, i + SHINGLE));
      column[b] = share(hits, Math.max(0, last + 1 - wordFrom[b]!));
    };
    for (let b = 0; b < count; b++) visit(b, seenBefore!);
    seen.clear();
    for (let b = count - 1; b >= 0; b--) visit(b, seenAfter!);
  },
};
