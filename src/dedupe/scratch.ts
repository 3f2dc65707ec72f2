/** A file for what does not fit into memory. Without one, all of it is kept there. */
export interface Scratch {
  /** Gives the offset at which the bytes lie. */
  append(bytes: Uint8Array): number;
  /** Fills `bytes` with what lies at an offset. */
  readInto(bytes: Uint8Array, offset: number): void;
}

export function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
