/** Longer ones are read in parts: composing a hostile run of marks would cost the square of its length. */
const WORD = /[\p{L}\p{N}\p{M}'’©ⓒ]{1,300}/gu;
/** A character of a script without spaces, the copyright sign, or a run of anything else. */
const WORD_PARTS =
  /[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]--\p{N}]|©|[[^©\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]\p{N}]+/gv;
/** Spellings of one letter, none of which tells words apart, and signs that are left out; {@link FoldedLine} says which. */
const SAME = /i\u0307|[’ʼßςșțيكہـ\u064b-\u0652\u0670]/g;
const AS_FOLDED: Readonly<Record<string, string>> = {
  "i\u0307": "i",
  "’": "'",
  ʼ: "'",
  ß: "ss",
  ς: "σ",
  ș: "ş",
  ț: "ţ",
  ي: "ی",
  ك: "ک",
  ہ: "ه",
};
/** What stands between a label and what it labels. */
const LABEL_MARK = /[:：︰|｜»›→–—=＝／】\]］]|\s-\s/;
const SMALL_LETTER = /\p{Ll}/u;
const DIGIT = /\p{Nd}/u;
const DIGITS = /\p{Nd}+/gu;
const APOSTROPHE = 0x27;

/**
 * The words of a line as phrases are compared: lower case, one kind of apostrophe, every run of numbers one 0, and no
 * punctuation, emoji or bullets. A character of a script without spaces is a word of its own. One spelling is made of
 * those that look alike or that capitals do not tell apart (ß and ss, ς and σ, the dotted capital İ and i, Romanian ş and
 * ș, Arabic and Persian ye and kaf, Urdu he, stretched Arabic letters
 * and those with vowel signs, which nearly nobody writes); accents, other vowel signs, Turkish ı and all else that parts
 * words stay. Words are read as they are asked for, since nearly every line of prose is told from a phrase by its first
 * two or three.
 */
export class FoldedLine {
  private readonly words: string[] = [];
  /** Where the run of word characters that a word stands in begins and ends, in UTF-16 code units. */
  private readonly runs: { readonly start: number; readonly end: number }[] = [];
  private readonly text: string;
  private position = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The word at an index, from 0; undefined behind the last. */
  word(index: number): string | undefined {
    while (this.words.length <= index && this.readWord());
    return this.words[index];
  }

  /** Words from `from`, up to `to` (excluded). */
  slice(from: number, to: number): string[] {
    this.word(to - 1);
    return this.words.slice(from, to);
  }

  /** How many words there are. */
  count(): number {
    while (this.readWord());
    return this.words.length;
  }

  /** Whether a colon or a like mark stands before the word at an index. */
  isLabel(index: number): boolean {
    if (index === 0 || this.word(index) === undefined) return false;
    const [before, after] = [this.runs[index - 1]!, this.runs[index]!];
    return LABEL_MARK.test(this.text.slice(before.end, after.start));
  }

  private readWord(): boolean {
    const { text } = this;
    let start = this.position;
    while (start < text.length && !isAsciiWord(text.charCodeAt(start)) && text.charCodeAt(start) < 0x80) start++;
    let end = start;
    while (end < text.length && isAsciiWord(text.charCodeAt(end))) end++;
    if (end < text.length && text.charCodeAt(end) >= 0x80) return this.readUnicodeWord(start);
    this.position = end;
    if (end > start) this.push(text.slice(start, end).toLowerCase(), { start, end });
    return end > start;
  }

  private readUnicodeWord(from: number): boolean {
    WORD.lastIndex = from;
    const match = WORD.exec(this.text);
    this.position = match ? match.index + match[0].length : this.text.length;
    if (!match) return false;
    const run = { start: match.index, end: this.position };
    const folded = match[0]
      // Korean for ©; composing would make it a letter c.
      .replaceAll("ⓒ", "©")
      .normalize("NFKC")
      .toLowerCase()
      .replace(SAME, (letter) => AS_FOLDED[letter] ?? "");
    for (const part of folded.match(WORD_PARTS) ?? []) this.push(part, run);
    return true;
  }

  private push(word: string, run: { readonly start: number; readonly end: number }): void {
    let start = 0;
    let end = word.length;
    while (start < end && word.charCodeAt(start) === APOSTROPHE) start++;
    while (end > start && word.charCodeAt(end - 1) === APOSTROPHE) end--;
    if (end === start) return;
    const folded = foldNumbers(word.slice(start, end));
    const last = this.words.length - 1;
    if (folded === "0" && this.words[last] === "0") this.runs[last] = run;
    else {
      this.words.push(folded);
      this.runs.push(run);
    }
  }
}

/** Whether a line begins with a label without small letters: one in capitals, or of a script that has none. */
export function hasCapitalLabel(text: string): boolean {
  const mark = text.search(LABEL_MARK);
  return mark > 0 && !SMALL_LETTER.test(text.slice(0, mark));
}

/** Nearly all words are without a digit, and a search costs less than a replacement that finds nothing. */
function foldNumbers(word: string): string {
  return DIGIT.test(word) ? word.replace(DIGITS, "0") : word;
}

/**
 * A hash of a text's first folded word where that is of ASCII letters alone, -1 where it takes a {@link FoldedLine} to
 * tell: a line is let go by it without making a string.
 */
export function openingHash(text: string): number {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) < 0x80 && !isAsciiWord(text.charCodeAt(at))) at++;
  const start = at;
  let hash = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const letter = code | 0x20;
    if (letter < 0x61 || letter > 0x7a) {
      if (code >= 0x80 || isAsciiWord(code)) return -1;
      break;
    }
    hash = (Math.imul(hash, 31) + letter) & 0x7fffffff;
  }
  return at === start ? -1 : hash;
}

/** All folded words of a text: more than it has characters where one stands for several, as ヿ for コト. */
export function foldWords(text: string): string[] {
  return new FoldedLine(text).slice(0, Number.POSITIVE_INFINITY);
}

/** Letters, digits and the apostrophe. */
function isAsciiWord(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === APOSTROPHE;
}
