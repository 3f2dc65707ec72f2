import { maxTextBytes } from "./max-text-bytes.ts";

/** What an input may ask of the machine; more than that is a failure, never a crash. */
export interface Limits {
  /** Largest document in bytes: a file, a member of an archive, a record, or a line of JSON Lines. */
  readonly recordBytes: number;
  /** Most bytes that may come out for a byte that goes in, over all of an input. */
  readonly ratio: number;
  /** Most bytes that all of an input may unpack to. */
  readonly unpackedBytes: number;
  /** Archives or packings that may lie one inside the other. */
  readonly depth: number;
}

/**
 * Real crawls unpack to five or ten times their size, a dump of like records to a hundred; deflate cannot exceed 1,032,
 * and only a file that is made of one repeated byte comes near.
 */
export const defaultLimits: Limits = { recordBytes: maxTextBytes, ratio: 250, unpackedBytes: 2 ** 40, depth: 3 };

/** Whatever its ratio, so little may come out of anything, in bytes: short data of one repeated byte is no bomb. */
export const UNPACKED_FREE: number = 2 ** 24;
