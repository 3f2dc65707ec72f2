/**
 * Integer mixing for comparison hashes: multiply by an odd constant, fold the high half down. Not cryptographic; a
 * text made to collide on purpose can. Constants are those of MurmurHash3's finaliser (Appleby 2011) and of the
 * "lowbias32" search for low-bias 32-bit mixers (Wellons 2018).
 */
const FIRST_SEED = 0x811c9dc5 | 0;
const SECOND_SEED = 0x9747b28c | 0;
const SEQUENCE_FACTOR = 0x85ebca6b | 0;

/** Spreads every bit of a 32-bit value over the whole of it; a bijection. */
function mix(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Hash of a stretch of 32-bit values in their order; 0 for the empty stretch and, by design, for nothing else. */
export function hashSequence(values: Uint32Array, from: number, to: number): number {
  if (from === to) return 0;
  let h = FIRST_SEED;
  for (let i = from; i < to; i++) h = Math.imul(h ^ values[i]!, SEQUENCE_FACTOR) ^ (h >>> 15);
  return mix(h) || 1;
}

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

/**
 * 128-bit hash of a sequence of 64-bit word hashes, written to `into` as four values. Each lane steps by a bijection of
 * its state, so two sequences that differ in one word differ in every lane that sees the difference.
 */
export function hashWords128(low: Uint32Array, high: Uint32Array, from: number, to: number, into: Uint32Array): void {
  let a = FIRST_SEED;
  let b = SECOND_SEED;
  let c = to - from;
  let d = ~c;
  for (let i = from; i < to; i++) {
    const l = low[i]!;
    const h = high[i]!;
    a = Math.imul(rotate(a ^ l, 13), 0x239b961b);
    b = Math.imul(rotate(b ^ h, 15), 0xab0e9789);
    c = Math.imul(rotate(c ^ rotate(l, 16) ^ h, 17), 0x38b34ae5);
    d = Math.imul(rotate((d ^ l) + h, 19), 0xa1e38b93);
  }
  into[0] = mix(a ^ rotate(d, 7));
  into[1] = mix(b ^ rotate(a, 11));
  into[2] = mix(c ^ rotate(b, 3));
  into[3] = mix(d ^ rotate(c, 5) ^ a);
}

const HIGH_PRIME = 0x01000193;

/**
 * 53 bits of a hash of the first `most` UTF-16 code units of a text, as one number that holds it exactly: two lanes of
 * FNV-1a (Fowler, Noll and Vo 1991) with different factors. Two different texts meet by chance once in 10^16 pairs.
 */
export function hashText(text: string, most: number = text.length): number {
  let low = FIRST_SEED;
  let high = SECOND_SEED;
  const end = Math.min(most, text.length);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, SEQUENCE_FACTOR) ^ (low >>> 15);
    high = Math.imul(high ^ code, HIGH_PRIME);
  }
  return (mix(high ^ end) & 0x1fffff) * 2 ** 32 + mix(low ^ end);
}
