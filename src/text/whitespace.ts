/**
 * White space in the sense of Unicode's White_Space property. Unlike `\s` it leaves out U+FEFF, which is a mark and is
 * accounted for as one.
 */
const WHITESPACE = "\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const IRREGULAR: string = WHITESPACE.replace(" ", "");
/** What the rule changes: every run but a single plain space between words. */
const LOOSE_RUN: RegExp = new RegExp(`(?: (?=[${WHITESPACE}])|[${IRREGULAR}])[${WHITESPACE}]*|^ | $`, "g");
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;
/** Scripts written without spaces: a line break between two such characters is no space. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60]/u;

/**
 * The one rule for white space in prose: every run becomes one space, none at either end, and a line break between two
 * characters of a script without spaces becomes nothing.
 */
export function collapseWhitespace(text: string): string {
  return text.replace(LOOSE_RUN, (run, at: number) => {
    const after = at + run.length;
    if (at === 0 || after === text.length) return "";
    return LINE_BREAK.test(run) && UNSPACED.test(text[at - 1]!) && UNSPACED.test(text[after]!) ? "" : " ";
  });
}

/** Whether a UTF-16 code unit is white space in the sense of {@link WHITESPACE}. */
export function isWhitespace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680) return code === 0xa0 || code === 0x85;
  if (code < 0x2000 || code > 0x205f) return code === 0x1680 || code === 0x3000;
  return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;
}

/** Ink is any character that is not white space. */
const INK: RegExp = new RegExp(`[^${WHITESPACE}]`);

export function hasInk(text: string): boolean {
  return INK.test(text);
}

/** Offset of the first character that is not white space; -1 where all are. */
export function firstInk(text: string): number {
  return text.search(INK);
}

/** Offset after the last character that is not white space; 0 where all are white. */
export function inkEnd(text: string): number {
  let end = text.length;
  while (end > 0 && isWhitespace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The rule for code: line ends become `\n`, white space at the end of a line and blank lines at both ends go. */
export function trimCode(text: string): string {
  const lines = text.split(/\r\n?|\n/).map((line) => line.slice(0, inkEnd(line)));
  let first = 0;
  let last = lines.length;
  while (first < last && lines[first] === "") first++;
  while (last > first && lines[last - 1] === "") last--;
  return lines.slice(first, last).join("\n");
}

const SPACES: RegExp = new RegExp(`[${WHITESPACE}]`, "g");

/** The text without any white space: what must be the same on both sides of an account. */
export function withoutWhitespace(text: string): string {
  return text.replace(SPACES, "");
}
