/** What stands in bytes that are not valid UTF-8. */
export interface Utf8Survey {
  /** Well-formed sequences of two to four bytes. */
  readonly sequences: number;
  /** Bytes that belong to no well-formed sequence, those of a cut last character not counted. */
  readonly invalid: number;
  /** Bytes of a character that the end cuts off; 0 where the last one is whole. */
  readonly cut: number;
}

/** Counts what is UTF-8 and what is not. Only asked after strict decoding has failed. */
export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let sequences = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes[i] as number);
    const found = length === 1 ? 1 : 1 + continuations(bytes, i, length);
    if (length > 1 && found === length) sequences++;
    else if (length !== 1) {
      if (length > 1 && i + found === bytes.length) return { sequences, invalid, cut: found };
      invalid += found;
    }
    i += found;
  }
  return { sequences, invalid, cut: 0 };
}

/** Length that a first byte promises; 0 for a byte that cannot be first. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** Well-formed continuation bytes after the first byte at `at`; the second byte has narrower bounds after some. */
function continuations(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at] as number;
  let low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  let high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  let count = 0;
  while (count < length - 1) {
    const byte = bytes[at + 1 + count];
    if (byte === undefined || byte < low || byte > high) break;
    count++;
    low = 0x80;
    high = 0xbf;
  }
  return count;
}
