/**
 * Scripts of which each is written in one language, as far as languages are told here: first and last code unit of their
 * letters. Of the last three, Han stands in Japanese text too, and kana nowhere else.
 */
const SCRIPTS: readonly (readonly [lang: string, first: number, last: number])[] = [
  ["el", 0x370, 0x3ff],
  ["hy", 0x531, 0x58a],
  ["he", 0x591, 0x5f4],
  ["bn", 0x980, 0x9ff],
  ["pa", 0xa00, 0xa7f],
  ["gu", 0xa80, 0xaff],
  ["or", 0xb00, 0xb7f],
  ["ta", 0xb80, 0xbff],
  ["te", 0xc00, 0xc7f],
  ["kn", 0xc80, 0xcff],
  ["ml", 0xd00, 0xd7f],
  ["th", 0xe00, 0xe7f],
  ["lo", 0xe80, 0xeff],
  ["ka", 0x10a0, 0x10ff],
  ["am", 0x1200, 0x139f],
  ["ja", 0x3041, 0x30ff],
  ["zh", 0x3400, 0x9fff],
  ["ko", 0xac00, 0xd7a3],
];

/** What a code unit is: no letter, a letter of a script of many languages, or from `FIRST_OWN` on one of those above. */
const NO_LETTER = 0;
export const SHARED = 1;
export const FIRST_OWN = 2;
/** Kinds of letters that are told apart again: Japanese is written in both. */
export const KANA: number = SCRIPTS.length - 1;
export const HAN: number = KANA + 1;
const HANGUL = KANA + 2;
/** By kind, the language of its script. */
export const SCRIPT_LANGUAGES: readonly string[] = ["", "", ...SCRIPTS.map(([lang]) => lang)];

/** No alphabet that many languages share has letters behind it. */
const TABLE_SIZE = 0x2000;
const LETTERS = /[\p{L}\p{M}]+/gu;
let table: Uint8Array | undefined;

/** Kinds of the code units that stand first; built when a text first asks for it, which most starts do not. */
export function kindTable(): Uint8Array {
  table ??= buildTable();
  return table;
}

/** Runs of letters are found in one text of all the code units: to ask of each by itself takes fifty times as long. */
function buildTable(): Uint8Array {
  const kinds = new Uint8Array(TABLE_SIZE);
  const all = String.fromCharCode(...Array.from(kinds, (_, code) => code));
  for (const { index, 0: run } of all.matchAll(LETTERS)) kinds.fill(SHARED, index, index + run.length);
  for (const [script, [, first, last]] of SCRIPTS.entries())
    for (let code = first; code <= last && code < TABLE_SIZE; code++)
      if (kinds[code] === SHARED) kinds[code] = FIRST_OWN + script;
  return kinds;
}

/** Kind of a code unit that the table does not reach to. */
export function kindBeyond(code: number): number {
  if (code < 0x3041 || code > 0xd7a3) return NO_LETTER;
  if (code <= 0x30ff) return KANA;
  if (code >= 0xac00) return HANGUL;
  return code >= 0x3400 && code <= 0x9fff ? HAN : NO_LETTER;
}
