import type { CutContext, Entry } from "./cut-entry.ts";
import { sourceFailure } from "./failures.ts";
import { splitJsonLines } from "./jsonl.ts";
import type { Parcel } from "./parcel.ts";

/** Bytes of a parcel of lines. */
const chunkBytes = 2 ** 20;
/** Bytes up to this are white space or controls. */
const SPACE = 32;

/** JSON Lines as parcels of whole lines. A member of nothing but blank lines is accounted for here, an input by its run. */
export async function* cutLines({ path, part, blocks }: Entry, { limits }: CutContext): AsyncGenerator<Parcel> {
  let isEmpty = part > 0;
  for await (const cut of splitJsonLines(blocks, path, { chunkBytes, lineBytes: limits.recordBytes })) {
    isEmpty &&= "bytes" in cut && !cut.bytes.some((byte) => byte > SPACE);
    if ("failure" in cut) yield { kind: "found", path, part, found: cut.failure };
    else yield { kind: "lines", path, part, ...cut };
  }
  if (isEmpty) yield { kind: "found", path, part, found: sourceFailure("empty", path) };
}
