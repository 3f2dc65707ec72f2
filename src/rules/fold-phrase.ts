import { foldWords } from "../text/fold.ts";

/** A phrase as it is looked for. */
export interface FoldedPhrase {
  /** Folded words and slots. */
  readonly words: readonly string[];
  /** A colon and the rest of the line follow. */
  readonly isLabel: boolean;
}

const SLOT = /(\{(?:title|site)?\})/;
const LABEL = /[:：]\s*\{\}\s*$/;
/** More would make one line cost the product of their lengths. */
const MOST_SLOTS = 3;

/**
 * Folds a phrase of a pack.
 *
 * @throws {TypeError} when it has no words, begins with a slot, has more than three or a brace that is no slot.
 */
export function foldPhrase(phrase: string): FoldedPhrase {
  const isLabel = LABEL.test(phrase);
  const parts = phrase.replace(LABEL, "").split(SLOT);
  const words = parts.flatMap((part) => (SLOT.test(part) ? part : foldWords(part)));
  const refuse = (why: string): never => {
    throw new TypeError(`the phrase "${phrase}" ${why}`);
  };
  if (words.length === 0) refuse("has no words");
  // It would make every line be read to its end.
  if (SLOT.test(words[0]!)) refuse("begins with a slot");
  if (words.filter((word) => SLOT.test(word)).length > MOST_SLOTS) refuse("has more than three slots");
  if (parts.some((part) => !SLOT.test(part) && /[{}]/.test(part))) refuse("has a brace that is no slot");
  return { words, isLabel };
}

const BEYOND_ASCII = /[^\0-\x7f]/;
const TONOS = /[\u0301\u0344]/g;
const HAMZA_SIGNS = /[\u0654\u0655]/g;
const NUKTA = "\u093c";

/** How phrases are also written; each is tried on the phrase and on what those before it made of it. */
const RESPELL: readonly ((phrase: string) => string)[] = [
  (phrase) => phrase.replaceAll("ı", "i").replaceAll("ё", "е").replaceAll("Ё", "Е"),
  (phrase) =>
    phrase.replace(/\p{Script=Greek}+/gu, (word) => word.normalize("NFD").replace(TONOS, "").normalize("NFC")),
  (phrase) => phrase.replace(HAMZA_SIGNS, ""),
  (phrase) => phrase.replace(/[أإآ]/g, "ا"),
  (phrase) => phrase.replace(/[يی](?![\p{L}\p{M}])/gu, "ى"),
  (phrase) => phrase.replace(/ى(?![\p{L}\p{M}])/gu, "ي"),
  (phrase) => phrase.replace(/ة(?![\p{L}\p{M}])/gu, "ه"),
  // Without the point ड and ढ are other sounds, and still it is left out.
  (phrase) => phrase.normalize("NFC").replace(/(?<![डढ])\u093c/g, ""),
  (phrase) => phrase.replaceAll(NUKTA, ""),
  (phrase) => phrase.replaceAll("ँ", "ं"),
];

/**
 * The phrase as lines also spell it: capitals lose the accent of Greek vowels and tell nothing of Turkish ı and i; Russian
 * is mostly written without ё, Arabic often without the hamza of an alef and the points of a last letter,
 * Hindi without the points of borrowed sounds. Only phrases are respelled; in the lines these letters stay what they are,
 * so that no word of a line is taken for another that a pack does not name.
 */
export function spellings(phrase: string): readonly string[] {
  // Nearly all phrases of English, and there nothing is to be respelled.
  if (!BEYOND_ASCII.test(phrase)) return [phrase];
  const all = new Set([phrase]);
  for (const respell of RESPELL) for (const known of [...all]) all.add(respell(known));
  return [...all];
}
