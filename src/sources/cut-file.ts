import type { CutContext, Entry } from "./cut-entry.ts";
import { readingFailure, sourceFailure } from "./failures.ts";
import type { Parcel } from "./parcel.ts";

/** A file of its own, whole: half a page is no document. */
export async function* cutFile({ path, part, blocks }: Entry, { limits }: CutContext): AsyncGenerator<Parcel> {
  const gathered: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const block of blocks) {
      size += block.length;
      if (size <= limits.recordBytes) gathered.push(block);
      else gathered.length = 0;
    }
  } catch (error) {
    return yield { kind: "found", path, part, found: readingFailure(error, path) };
  }
  if (size > limits.recordBytes) yield { kind: "found", path, part, found: sourceFailure("too-large", path) };
  else yield { kind: "file", path, part, bytes: joinBytes(gathered, size) };
}

function joinBytes(parts: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
