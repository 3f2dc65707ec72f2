const SENTENCE_END = /[.!?…。！？｡।۔؟།](?=["'”’»›」』)\]]*(?:\s|$|[\p{Lo}]))/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Shortest prose, in UTF-16 code units: below this a line with a full stop may still be a label. */
const SHORTEST = 60;
/** The same for scripts without spaces, whose characters carry more. */
const SHORTEST_UNSPACED = 20;
/** A line this long is prose whatever it ends in. */
const LONG = 200;

/** Whether a block reads as running text: a sentence of some length, not a label, headline or list entry. */
export function isProse(text: string): boolean {
  return text.length >= LONG || hasSentence(text);
}

/** Whether a text of some length holds the end of a sentence; a long headline does not. */
export function hasSentence(text: string): boolean {
  if (text.length < SHORTEST_UNSPACED) return false;
  return (text.length >= SHORTEST || UNSPACED.test(text)) && SENTENCE_END.test(text);
}

/** Longest headline seen on news sites, in UTF-16 code units, with room to spare. */
const LONGEST_TITLE = 250;

/** Whether a block could be a headline by its own looks: short, one line, and not ended as a sentence is. */
export function looksLikeTitle(text: string): boolean {
  if (text.length > LONGEST_TITLE || text.length < 4 || !/\p{L}/u.test(text)) return false;
  return !/[.…。।۔,;:，；：]["'”’»]*$/u.test(text) && !/[.。।۔]["'”’»]?\s+\p{Lu}.*[.。।۔]/u.test(text);
}

/** Whether a block could be a headline beside prose: it looks like one, and holds no sentence. */
export function mayBeHeadline(text: string): boolean {
  return looksLikeTitle(text) && !hasSentence(text);
}
