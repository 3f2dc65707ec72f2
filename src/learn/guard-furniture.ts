import type { CleanedBlock } from "../core/cleaned.ts";
import { learnedFurniture } from "./learned-furniture.ts";

/** Largest share of a document's characters that may go as learned furniture. */
export const LEARNED_CAP = 0.8;

/** What is allowed to go of a document, and the flags that say what was not. */
export interface GuardedDrops<Drop> {
  readonly drops: readonly Drop[];
  readonly flags: readonly string[];
}

/**
 * Never loses a document to what was learned: of one that would lose more than {@link LEARNED_CAP}, as of one that is
 * nothing but furniture, all of it stays. Other drops are not touched.
 */
export function guardFurniture<Drop extends { readonly block: number; readonly rule: object }>(
  blocks: readonly Pick<CleanedBlock, "text">[],
  drops: readonly Drop[],
): GuardedDrops<Drop> {
  const learned = drops.filter(({ rule }) => rule === learnedFurniture);
  if (learned.length === 0) return { drops, flags: [] };
  const rest = drops.filter(({ rule }) => rule !== learnedFurniture);
  const whole = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const taken = learned.reduce((sum, { block }) => sum + blocks[block]!.text.length, 0);
  return taken > LEARNED_CAP * whole ? { drops: rest, flags: ["rolled-back:learned"] } : { drops, flags: [] };
}
