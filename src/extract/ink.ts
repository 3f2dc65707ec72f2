import { WHITESPACE } from "../text/whitespace.ts";

/** Ink is any character that is not white space. U+FEFF counts: it is a mark that the ledger accounts for. */
const INK: RegExp = new RegExp(`[^${WHITESPACE}]`);
const WHITE: RegExp = new RegExp(`[${WHITESPACE}]`);

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
  while (end > 0 && WHITE.test(text[end - 1] as string)) end--;
  return end;
}
