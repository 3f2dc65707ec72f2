/** Scripts written without spaces between words, and Hangul: each character is a token, as the public benchmarks count. */
const SINGLE = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]`;
const TOKEN = new RegExp(String.raw`${SINGLE}|[[\p{L}\p{N}]--${SINGLE}][[\p{L}\p{N}\p{M}]--${SINGLE}]*`, "gv");

/** The lower-cased word tokens that scores are counted in. */
export function scoreTokens(text: string): readonly string[] {
  return text.toLowerCase().match(TOKEN) ?? [];
}
