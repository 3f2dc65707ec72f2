/** Values a chunk: 256 KB, so that one allocation serves some thousand facts. */
const CHUNK = 65536;

let chunk = new Uint32Array(CHUNK);
let used = 0;

/**
 * A zeroed array cut from a larger one: allocating every small typed array by itself takes longer than filling it. The
 * buffer is shared, so it must never be transferred to another thread; {@link packFacts} copies.
 */
export function allocate(length: number): Uint32Array {
  if (length > CHUNK / 8) return new Uint32Array(length);
  if (used + length > CHUNK) {
    chunk = new Uint32Array(CHUNK);
    used = 0;
  }
  const start = used;
  used += length;
  return chunk.subarray(start, used);
}
