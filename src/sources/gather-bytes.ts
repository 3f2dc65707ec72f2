import { SourceError } from "./source-error.ts";

/** All bytes of a stream. @throws {SourceError} when there are more than `most`. */
export async function gatherBytes(blocks: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const gathered: Uint8Array[] = [];
  let size = 0;
  for await (const block of blocks) {
    size += block.length;
    if (size > most) throw new SourceError("too-large");
    gathered.push(block);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const block of gathered) {
    bytes.set(block, at);
    at += block.length;
  }
  return bytes;
}
