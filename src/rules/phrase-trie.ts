import type { FoldedLine } from "../text/fold.ts";
import { foldPhrase } from "./fold-phrase.ts";
import type { CompiledRule } from "./pack.ts";

/** What a phrase says where it ends. */
export interface PhraseEnd {
  readonly rule: CompiledRule;
  /** It is furniture only beside other furniture. */
  readonly weak: boolean;
}

/** Called with a phrase that fits, the index of the word behind it and the words that filled `{site}`. */
export type Visit = (end: PhraseEnd, at: number, site: string | undefined) => boolean;

const SITE_SLOT = "{site}";
/** Most words that each slot stands for. */
const SLOTS: ReadonlyMap<string, number> = new Map([
  ["{}", 8],
  ["{title}", 25],
  [SITE_SLOT, 5],
]);
/** A word of a script without spaces is a character, and this many carry as much as a word of the others. */
const CHARACTERS_A_WORD = 3;
/** Nodes that are looked at for one line: far more than a line of real phrases needs, and an end to hostile ones. */
const MOST_STEPS = 5000;

interface Node {
  /** By folded word, or by the slot itself, which is no folded word. */
  readonly next: Map<string, Node>;
  readonly slots: { readonly next: Node; readonly most: number; readonly namesSite: boolean }[];
  /** What ends here. */
  readonly ends: PhraseEnd[];
  /** What ends here when a colon and the rest of the line follow. */
  readonly labels: PhraseEnd[];
}

/** Phrases as a trie over folded words; a line costs time in its own words, not in their number. */
export class PhraseTrie {
  private readonly root: Node = newNode();
  private steps = 0;

  /** @throws {TypeError} when the phrase has no words, begins with a slot or has more than three. */
  add(phrase: string, end: PhraseEnd): void {
    const { words, isLabel } = foldPhrase(phrase);
    const node = words.reduce(step, this.root);
    const ends = isLabel ? node.labels : node.ends;
    if (!ends.some(({ rule }) => rule === end.rule)) ends.push(end);
  }

  /** First words of the phrases. */
  openings(): Iterable<string> {
    return this.root.next.keys();
  }

  /** Whether some phrase begins with a folded word. */
  beginsWith(word: string): boolean {
    return this.root.next.has(word);
  }

  /** To be called before the walks over one line, which share {@link MOST_STEPS}. */
  startLine(): void {
    this.steps = 0;
  }

  /**
   * Visits every phrase that begins at a word of a line, until `visit` returns true. A phrase's own word is tried before a
   * slot, and a slot's shortest filling first.
   */
  walk(line: FoldedLine, at: number, visit: Visit): boolean {
    return this.visit(this.root, line, at, undefined, visit);
  }

  private visit(node: Node, line: FoldedLine, at: number, site: string | undefined, visit: Visit): boolean {
    if (++this.steps > MOST_STEPS) return true;
    for (const end of node.ends) if (visit(end, at, site)) return true;
    if (node.labels.length > 0 && line.isLabel(at)) {
      const end = line.count();
      for (const label of node.labels) if (visit(label, end, site)) return true;
    }
    if (node.next.size === 0) return false;
    const literal = node.next.get(line.word(at) ?? "");
    if (literal && this.visit(literal, line, at + 1, site, visit)) return true;
    for (const { next, most, namesSite } of node.slots) {
      let room = most * CHARACTERS_A_WORD - weightOf(line.word(at));
      for (let end = at; room >= 0; room -= weightOf(line.word(++end))) {
        const filled = namesSite ? line.slice(at, end + 1).join(" ") : site;
        if (this.visit(next, line, end + 1, filled, visit)) return true;
      }
    }
    return false;
  }
}

/** No slot has room for what is behind the last word. */
function weightOf(word: string | undefined): number {
  if (word === undefined) return Number.POSITIVE_INFINITY;
  return word.length === 1 && word.charCodeAt(0) >= 0x0e00 ? 1 : CHARACTERS_A_WORD;
}

function newNode(): Node {
  return { next: new Map(), slots: [], ends: [], labels: [] };
}

function step(node: Node, word: string): Node {
  const known = node.next.get(word);
  if (known) return known;
  const next = newNode();
  node.next.set(word, next);
  const most = SLOTS.get(word);
  if (most !== undefined) node.slots.push({ next, most, namesSite: word === SITE_SLOT });
  return next;
}
