const LETTER_OR_MARK = /[\p{L}\p{M}]/u;
/** Letters and marks of the alphabets that come first: nearly all text is told apart by this table. */
const TABLE_SIZE = 0x530;
const IS_LETTER: Uint8Array = Uint8Array.from({ length: TABLE_SIZE }, (_, code) =>
  LETTER_OR_MARK.test(String.fromCharCode(code)) ? 1 : 0,
);

/**
 * Start and end of every run of letters and marks, one after the other, in UTF-16 code units: words without a string for
 * each. Surrogates count as letters, since the scripts beyond the first plane touch words more often than emoji do.
 */
export function wordSpans(text: string): number[] {
  const spans: number[] = [];
  let inside = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const letter = code < TABLE_SIZE ? IS_LETTER[code]! : beyondTable(code);
    if (letter !== inside) {
      spans.push(i);
      inside = letter;
    }
  }
  if (inside === 1) spans.push(text.length);
  return spans;
}

function beyondTable(code: number): number {
  // Curly quotes and dashes, the commonest by far.
  if (code >= 0x2000 && code <= 0x206f) return 0;
  return (code >= 0xd800 && code <= 0xdfff) || LETTER_OR_MARK.test(String.fromCharCode(code)) ? 1 : 0;
}
