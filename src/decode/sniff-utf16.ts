/** Bytes looked at: enough to see the pattern, little enough to cost nothing beside decoding. */
const SAMPLE = 1024;

/**
 * Tells UTF-16 without a byte order mark by its zero bytes: spaces, digits and markup are ASCII in every language, and
 * their zero half always falls on the same side. Answers `undefined` for text in no other way UTF-16, such as unbroken
 * Chinese, because nothing in it can be told from a legacy charset.
 */
export function sniffUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const end = Math.min(bytes.length, SAMPLE) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = end / 2;
  if (pairs === 0 || Math.abs(odd - even) * 10 < pairs) return undefined;
  if (odd > even * 10) return readsAsText(bytes, end, 0) ? "utf-16le" : undefined;
  if (even > odd * 10) return readsAsText(bytes, end, 1) ? "utf-16be" : undefined;
  return undefined;
}

/** Small numbers stored in 16 bits show the same zero bytes as text, but they hit control characters all the time. */
function readsAsText(bytes: Uint8Array, end: number, lowAt: 0 | 1): boolean {
  let controls = 0;
  for (let i = 0; i < end; i += 2) {
    const low = bytes[i + lowAt] as number;
    if (bytes[i + 1 - lowAt] === 0 && isControl(low)) controls++;
  }
  return controls * 50 <= end / 2;
}

/** A C0 control that no text uses. Escape is not among them: ISO-2022-JP switches its character sets with it. */
export function isControl(byte: number): boolean {
  return (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) || byte === 0x7f;
}
