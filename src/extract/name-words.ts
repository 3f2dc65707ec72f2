/** Longer names are read no further: pages can have names of any length. UTF-16 code units. */
const LONGEST_NAME = 500;
/** FNV-1a (Fowler, Noll and Vo 1991). */
const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

const isLower = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a;

/**
 * The words of classes and ids as hashes, so that no string is made of any: `siteNav-left2` is site, nav and left. A word is
 * a run of small letters with the capital before it, or a run of capitals, and counts in lower case.
 */
export class NameWords {
  hashes: Int32Array = new Int32Array(1024);
  count = 0;

  /** Appends the different words of the name that stands in a text from `start` to `end`, excluded. */
  append(text: string, start: number, end: number): void {
    const first = this.count;
    const stop = Math.min(end, start + LONGEST_NAME);
    for (let at = start; at < stop; ) {
      const code = text.charCodeAt(at);
      if (!isLower(code | 0x20)) {
        at++;
        continue;
      }
      const wordEnd = isUpper(code) ? endAfterCapital(text, at, stop) : lowerEnd(text, at + 1, stop);
      this.add(hashOf(text, at, wordEnd), first);
      at = wordEnd;
    }
  }

  private add(hash: number, first: number): void {
    for (let i = first; i < this.count; i++) if (this.hashes[i] === hash) return;
    if (this.count === this.hashes.length) {
      const longer = new Int32Array(2 * this.count);
      longer.set(this.hashes);
      this.hashes = longer;
    }
    this.hashes[this.count++] = hash;
  }
}

/** Hash of a word in lower case, as {@link NameWords} has it. */
export function nameHash(word: string): number {
  return hashOf(word, 0, word.length);
}

function hashOf(text: string, start: number, end: number): number {
  let hash = SEED;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (text.charCodeAt(i) | 0x20), PRIME);
  return hash;
}

function lowerEnd(text: string, at: number, stop: number): number {
  let end = at;
  while (end < stop && isLower(text.charCodeAt(end))) end++;
  return end;
}

/** The last capital of a run is the first letter of the next word where small letters follow. */
function endAfterCapital(text: string, at: number, stop: number): number {
  let end = at + 1;
  while (end < stop && isUpper(text.charCodeAt(end))) end++;
  if (end === stop || !isLower(text.charCodeAt(end))) return end;
  return end === at + 1 ? lowerEnd(text, end, stop) : end - 1;
}
