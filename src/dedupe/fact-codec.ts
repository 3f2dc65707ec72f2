import type { Fact } from "../core/corpus-stage.ts";

/** Document, block, number of keys, number of data values. */
const HEADER = 4;

/**
 * Packs facts into one array, to be transferred between threads or written to disk as it is. Document numbers stay what
 * they are: places in canonical order, or in a batch whose own places are not known yet.
 */
export function packFacts(facts: readonly Fact[]): Uint32Array<ArrayBuffer> {
  let length = 0;
  for (const { keys, data } of facts) length += HEADER + keys.length + data.length;
  const packed = new Uint32Array(length);
  let at = 0;
  for (const { document, block, keys, data } of facts) {
    packed[at] = document;
    // The whole document's -1 becomes 0.
    packed[at + 1] = block + 1;
    packed[at + 2] = keys.length;
    packed[at + 3] = data.length;
    packed.set(keys, at + HEADER);
    packed.set(data, at + HEADER + keys.length);
    at += HEADER + keys.length + data.length;
  }
  return packed;
}

/** Calls `visit` for every fact of a packed array, with the offsets at which its keys and its data begin and end. */
export function visitPacked(
  packed: Uint32Array,
  visit: (document: number, block: number, keysAt: number, dataAt: number, end: number) => void,
): void {
  for (let at = 0; at < packed.length; ) {
    const keysAt = at + HEADER;
    const dataAt = keysAt + packed[at + 2]!;
    const end = dataAt + packed[at + 3]!;
    visit(packed[at]!, packed[at + 1]! - 1, keysAt, dataAt, end);
    at = end;
  }
}
