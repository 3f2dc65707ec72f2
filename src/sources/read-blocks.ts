import { open } from "node:fs/promises";
import type { Input } from "../core/source.ts";
import { type FileAccess, nodeFiles } from "./file-access.ts";
import { SourceError } from "./source-error.ts";

/** Bytes read at once. */
const BLOCK = 2 ** 16;

/**
 * A file in blocks of one size, so that where damaged data breaks off depends on nothing but the data.
 *
 * @throws {SourceError} or an error of the file system when it cannot be read.
 */
export async function* readBlocks({ file }: Pick<Input, "file">, fs: FileAccess = nodeFiles): AsyncGenerator<Buffer> {
  // Never opened when it became a pipe or a device since it was listed: reading could wait for ever.
  if (fs.stat(file).kind === "special") throw new SourceError("special");
  const handle = await open(file);
  try {
    for (;;) {
      const block = Buffer.allocUnsafeSlow(BLOCK);
      let length = 0;
      while (length < BLOCK) {
        const { bytesRead } = await handle.read(block, length, BLOCK - length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      if (length > 0) yield block.subarray(0, length);
      if (length < BLOCK) return;
    }
  } finally {
    await handle.close();
  }
}
