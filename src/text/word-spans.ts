const LETTER_OR_MARK = /[\p{L}\p{M}]/u;

/** Calls `visit` with the span of every run of letters and marks, in UTF-16 code units, without making strings. */
export function visitWords(text: string, visit: (start: number, end: number) => void): void {
  let start = -1;
  for (let i = 0; i < text.length; i++) {
    if (isLetter(text, i)) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      visit(start, i);
      start = -1;
    }
  }
  if (start >= 0) visit(start, text.length);
}

/** Surrogates count as letters: the scripts beyond the first plane are letters far more often than emoji touch words. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  // Curly quotes and dashes, by far the commonest in news, are told apart without a regular expression.
  if (code >= 0x2000 && code <= 0x206f) return false;
  return (code >= 0xd800 && code <= 0xdfff) || LETTER_OR_MARK.test(text[at]!);
}
