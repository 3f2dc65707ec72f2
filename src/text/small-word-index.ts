import { SMALL_WORDS } from "./small-words.ts";

/** FNV-1a (Fowler, Noll and Vo 1991) over UTF-16 code units. */
export const WORD_SEED: number = 0x811c9dc5 | 0;
export const WORD_PRIME = 0x01000193;
/** Four times as many as there are words, so that nearly every word is found or missed at the first slot. */
const SLOTS = 4096;

/** The languages that have a list. In the index a language is its place here. */
export const LISTED: readonly string[] = Object.keys(SMALL_WORDS);

/**
 * All small words by their hash, so that a text is looked through without a string for each of its words. Another word that
 * has the hash of one is taken for it: of four million words one is.
 */
export class SmallWordIndex {
  /** Entries are numbers from 1 to below it. */
  readonly size: number;
  /** By entry where its languages begin in `languages`; they end where those of the next begin. */
  private readonly from: Uint16Array;
  private readonly languages: Uint8Array;
  /** By entry, whether the word is a single letter. */
  private readonly single: Uint8Array;
  private readonly hashes = new Int32Array(SLOTS);
  private readonly entries = new Uint16Array(SLOTS);

  constructor() {
    const words = languagesByWord();
    this.languages = Uint8Array.from([...words.values()].flat());
    this.size = words.size + 1;
    this.from = new Uint16Array(this.size + 1);
    this.single = new Uint8Array(this.size);
    let entry = 0;
    for (const [word, languages] of words) {
      entry++;
      this.from[entry + 1] = this.from[entry]! + languages.length;
      this.single[entry] = word.length === 1 ? 1 : 0;
      const slot = this.slotOf(hashOf(word));
      this.hashes[slot] = hashOf(word);
      this.entries[slot] = entry;
    }
  }

  /** The entry of a word by its hash, 0 for none. */
  find(hash: number): number {
    return this.entries[this.slotOf(hash)]!;
  }

  isSingle(entry: number): boolean {
    return this.single[entry] === 1;
  }

  isOf(entry: number, language: number): boolean {
    for (let i = this.from[entry]!; i < this.from[entry + 1]!; i++) if (this.languages[i] === language) return true;
    return false;
  }

  /** Adds to the count of each language that the word is of. */
  add(entry: number, times: number, counts: Int32Array): void {
    for (let i = this.from[entry]!; i < this.from[entry + 1]!; i++) counts[this.languages[i]!]! += times;
  }

  private slotOf(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    while (this.entries[slot] !== 0 && this.hashes[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }
}

function languagesByWord(): ReadonlyMap<string, readonly number[]> {
  const words = new Map<string, number[]>();
  for (const [language, lang] of LISTED.entries())
    for (const word of new Set(SMALL_WORDS[lang]!.split(" "))) {
      const list = words.get(word);
      if (list) list.push(language);
      else words.set(word, [language]);
    }
  return words;
}

function hashOf(word: string): number {
  let hash = WORD_SEED;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), WORD_PRIME);
  return hash;
}
