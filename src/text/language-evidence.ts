import { codeUnits } from "./code-units.ts";
import { FIRST_OWN, kindBeyond, kindTable, SCRIPT_LANGUAGES, SHARED } from "./script-kinds.ts";
import { LISTED, SmallWordIndex, WORD_PRIME, WORD_SEED } from "./small-word-index.ts";

/** More of a text, in UTF-16 code units, is not looked at. */
const MOST = 4096;

/** What speaks for the language of a text, found in one pass. One is meant to be used again and again. */
export class LanguageEvidence {
  readonly index: SmallWordIndex = new SmallWordIndex();
  /** Letters of scripts that many languages share, and the words of such letters. */
  letters = 0;
  words = 0;
  /** Entries in the index of the different small words among them. */
  readonly small: Uint16Array = new Uint16Array(this.index.size);
  smallCount = 0;
  /** By entry how many times the word stands there. */
  readonly times: Uint16Array = new Uint16Array(this.index.size);
  /** Of each listed language how many of the words are its small ones. */
  readonly byLanguage: Int32Array = new Int32Array(LISTED.length);
  /** Of each kind of script that one language has for itself how many letters there are. */
  readonly byKind: Int32Array = new Int32Array(SCRIPT_LANGUAGES.length);
  private readonly kinds = kindTable();

  read(text: string): void {
    const part = text.slice(0, MOST).toLowerCase();
    const codes = codeUnits(part);
    // Taken out of the loop, where imported constants and fields would be read again for every character.
    const { kinds, byKind } = this;
    const [seed, prime, shared, firstOwn, tableEnd] = [WORD_SEED, WORD_PRIME, SHARED, FIRST_OWN, kinds.length];
    this.clear();
    let hash = seed;
    let begin = 0;
    for (let i = 0; i <= part.length; i++) {
      const code = i < part.length ? codes[i]! : 0;
      const kind = code < tableEnd ? kinds[code]! : kindBeyond(code);
      if (kind === shared) {
        hash = Math.imul(hash ^ code, prime);
        continue;
      }
      if (i > begin) this.takeWord(hash, i - begin);
      if (kind >= firstOwn) byKind[kind]!++;
      hash = seed;
      begin = i + 1;
    }
    for (let i = 0; i < this.smallCount; i++)
      this.index.add(this.small[i]!, this.times[this.small[i]!]!, this.byLanguage);
  }

  private takeWord(hash: number, length: number): void {
    this.words++;
    this.letters += length;
    const entry = this.index.find(hash);
    if (entry === 0) return;
    if (this.times[entry]!++ === 0) this.small[this.smallCount++] = entry;
  }

  private clear(): void {
    for (let i = 0; i < this.smallCount; i++) this.times[this.small[i]!] = 0;
    this.letters = this.words = this.smallCount = 0;
    this.byLanguage.fill(0);
    this.byKind.fill(0);
  }
}
