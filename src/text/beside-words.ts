/** Hyphen and minus; a sign only in front of a number, and only where a word does not end before it, as in 1990-95. */
const [HYPHEN, MINUS] = [0x2d, 0x2212];

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x202f || code === 0x2009;
}

/** Currencies, percent, per mille and degrees. */
function isSign(code: number): boolean {
  if (code < 0x80) return code === 0x24 || code === 0x25;
  if (code < 0x2000) return (code >= 0xa2 && code <= 0xa5) || code === 0xb0;
  return code === 0x2030 || (code >= 0x20a0 && code <= 0x20cf) || code === 0xff04 || code === 0xff05 || code === 0xffe1;
}

/** The sign of the number that begins at `at`, as a UTF-16 code unit; 0 when there is none. */
export function beforeNumber(text: string, at: number): number {
  const code = at > 0 ? text.charCodeAt(at - 1) : 0;
  if (isSign(code)) return code;
  if (code === MINUS || (code === HYPHEN && (at === 1 || isSpace(text.charCodeAt(at - 2))))) return MINUS;
  return at > 1 && isSpace(code) && isSign(text.charCodeAt(at - 2)) ? text.charCodeAt(at - 2) : 0;
}

/** The sign behind the number that ends at `at`; 0 when there is none. */
export function afterNumber(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isSign(code)) return code;
  const next = text.charCodeAt(at + 1);
  // A sign that a number stands behind is that number's.
  return isSpace(code) && isSign(next) && !isDigit(text.charCodeAt(at + 2)) ? next : 0;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether the word at `at` stands behind a word or a comma, and not at the beginning of a sentence or a quotation. */
export function isInSentence(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isSpace(text.charCodeAt(before))) before--;
  if (before < 0) return false;
  const code = text.charCodeAt(before);
  return code === 0x2c || code === 0x3b || code === 0x29 || code === 0x2019 || isDigit(code) || isLetter(code);
}

function isLetter(code: number): boolean {
  const letter = code | 0x20;
  if (letter >= 0x61 && letter <= 0x7a) return true;
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f) && code < 0x3000;
}
