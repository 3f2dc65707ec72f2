/** Buckets that the words of lines are hashed to. */
export const BUCKETS: number = 1 << 16;

/** Lines with more words are judged by how they begin: what they are about says nothing of their place. */
const LONGEST = 30;
const BEGINNING = 6;
/** In a short line the order of the words tells. */
const LONGEST_LABEL = 12;
export const SEED: number = 0x811c9dc5 | 0;
export const PRIME = 0x01000193;
/** Salts that keep a word in one role apart from the same word in another. */
const WORD = 0x1b873593;
const FIRST = 0x3c6ef372;
const LAST = 0x52dce729;
const PAIR = 0x2545f491;
const LINE = 0x6c62272e;
const TOPIC = 0x27d4eb2f;
/** UTF-16 code units of the shortest word that says what a text is about. */
const LEAST_TOPIC = 4;

/** The words of lines as hashed terms: each word, the first and the last, pairs of neighbours, the line as a whole. */
export class TermList {
  terms: Int32Array = new Int32Array(1024);
  /** Where each line's terms begin; the last entry is where the next line's will. */
  readonly starts: number[] = [0];
  /** Hashes of the words that say what a line is about, and where each line's begin. */
  topics: Int32Array = new Int32Array(1024);
  readonly topicStarts: number[] = [0];
  private topicCount = 0;
  private character = 0;
  private count = 0;
  private words = new Int32Array(256);
  private wordCount = 0;

  /** Adds a word by the hash of its folded code units; `plain` where the last of them is no digit. */
  addWord(hash: number, units: number, plain: boolean): void {
    this.push(hash);
    if (units >= LEAST_TOPIC && plain) this.topics[this.topicCount++] = spread(hash ^ TOPIC);
    this.character = 0;
  }

  /** A word of one character; what such a text is about is told by pairs of them. */
  addCharacter(unit: number): void {
    const hash = Math.imul(SEED ^ unit, PRIME);
    this.push(hash);
    if (this.character !== 0) this.topics[this.topicCount++] = spread(Math.imul(this.character, 31) ^ hash ^ TOPIC);
    this.character = hash;
  }

  private push(hash: number): void {
    if (this.wordCount < this.words.length) this.words[this.wordCount++] = hash;
  }

  /** Ends a line of so many words, and gives a hash of all of them. */
  closeLine(size: number): number {
    const { words, wordCount: count } = this;
    let line = SEED;
    for (let i = 0; i < count; i++) line = Math.imul(line ^ words[i]!, PRIME) ^ (line >>> 15);
    if (count > 0) this.addTerms(size, line);
    this.starts.push(this.count);
    this.topicStarts.push(this.topicCount);
    if (this.topics.length < this.topicCount + this.words.length) this.topics = grown(this.topics);
    this.wordCount = 0;
    this.character = 0;
    return line;
  }

  private addTerms(size: number, line: number): void {
    const { words, wordCount: count } = this;
    const used = size <= LONGEST ? count : Math.min(count, BEGINNING);
    this.reserve(2 * used + 3);
    for (let i = 0; i < used; i++) this.add(words[i]!, WORD);
    this.add(words[0]!, FIRST);
    if (size <= LONGEST) this.add(words[count - 1]!, LAST);
    if (size > LONGEST_LABEL) return;
    for (let i = 1; i < used; i++) this.add(Math.imul(words[i - 1]!, 31) ^ words[i]!, PAIR);
    this.add(line, LINE);
  }

  private add(hash: number, salt: number): void {
    this.terms[this.count++] = spread(hash ^ salt) & (BUCKETS - 1);
  }

  private reserve(more: number): void {
    while (this.count + more > this.terms.length) this.terms = grown(this.terms);
  }
}

/** Mixes the bits of a hash; constants of the "lowbias32" search (Wellons 2018). */
function spread(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(array.length * 2);
  longer.set(array);
  return longer;
}
