import type { CutContext, Entry } from "./cut-entry.ts";
import { readingFailure } from "./failures.ts";
import { gatherBytes } from "./gather-bytes.ts";
import type { Parcel } from "./parcel.ts";

/** A file of its own, whole: half a page is no document. */
export async function* cutFile({ path, part, blocks }: Entry, { limits }: CutContext): AsyncGenerator<Parcel> {
  try {
    yield { kind: "file", path, part, bytes: await gatherBytes(blocks, limits.recordBytes) };
  } catch (error) {
    yield { kind: "found", path, part, found: readingFailure(error, path) };
  }
}
