import type { Outline } from "../outline.ts";

/**
 * Of each element the next one up that is of another size; the outermost where none is. Found for all of them from the
 * top down: on a hostile page each of many blocks has as many wrappers around it.
 */
export function widerElements({ parent, count }: Outline, sizeOf: (rank: number) => number): Int32Array {
  const wider = new Int32Array(count);
  for (let rank = 0; rank < count; rank++) {
    const above = parent[rank]!;
    wider[rank] = above < 0 ? rank : sizeOf(above) === sizeOf(rank) ? wider[above]! : above;
  }
  return wider;
}
