import type { Fact } from "../core/corpus-stage.ts";

/** Document, block, number of data values. */
const HEADER = 3;

/**
 * Packs facts into one array, to be written to disk as it is. Document numbers stay what they are: places in canonical
 * order, or in a batch whose own places are not known yet.
 */
export function packFacts(facts: readonly Fact[]): Uint32Array<ArrayBuffer> {
  let length = 0;
  for (const { data } of facts) length += HEADER + data.length;
  const packed = new Uint32Array(length);
  let at = 0;
  for (const { document, block, data } of facts) {
    packed[at] = document;
    // The whole document's -1 becomes 0.
    packed[at + 1] = block + 1;
    packed[at + 2] = data.length;
    packed.set(data, at + HEADER);
    at += HEADER + data.length;
  }
  return packed;
}

/** Takes one fact: its document and block, and where its data lie in an array. */
export type FactVisitor = (document: number, block: number, values: Uint32Array, from: number, to: number) => void;

/** Visits the facts of one document that begin at `from`, and gives the place behind them. */
export function visitDocument(packed: Uint32Array, from: number, place: number, each: FactVisitor): number {
  const document = packed[from];
  let at = from;
  while (at < packed.length && packed[at] === document) {
    const data = at + HEADER;
    const end = data + packed[at + 2]!;
    each(place, packed[at + 1]! - 1, packed, data, end);
    at = end;
  }
  return at;
}

/** The place behind the facts of the document at `from`. */
export function skipDocument(packed: Uint32Array, from: number): number {
  const document = packed[from];
  let at = from;
  while (at < packed.length && packed[at] === document) at += HEADER + packed[at + 2]!;
  return at;
}
