import { isProse } from "./prose.ts";

/** Where the running text of a document begins and ends. */
export interface Zones {
  /** Index of the first block of prose; the number of blocks when there is none. */
  readonly first: number;
  /** Index of the last block of prose; -1 when there is none. */
  readonly last: number;
}

/** Finds the head (before `first`) and the tail (after `last`) of a sequence of blocks. */
export function zonesOf(blocks: readonly { readonly text: string; readonly kind: string }[]): Zones {
  const prose = (block: { readonly text: string; readonly kind: string }): boolean =>
    block.kind === "code" || isProse(block.text);
  const first = blocks.findIndex(prose);
  return first < 0 ? { first: blocks.length, last: -1 } : { first, last: blocks.findLastIndex(prose) };
}
