import { FoldedLine, foldWords } from "../text/fold.ts";
import type { CompiledRule } from "./pack.ts";

/** What a line says by itself. */
export interface PhraseMatch {
  readonly rule: CompiledRule;
  /** Folded words that filled `{site}`. */
  readonly site?: string;
}

/** Longest line, in UTF-16 code units, that can be a label or a few stock sentences. */
const LONGEST_LINE = 260;
const SITE_SLOT = "{site}";
/** Most words that each slot stands for. */
const SLOTS = [
  ["{}", 8],
  [SITE_SLOT, 5],
] as const;

interface Node {
  readonly next: Map<string, Node>;
  /** Rules with a phrase that ends here. */
  readonly ends: CompiledRule[];
}

/** A phrase that ends before the word `at`. */
interface Ending extends PhraseMatch {
  readonly at: number;
}

/**
 * All phrases of all packs as one trie over folded words; a line costs time in its own words, not in the rules.
 *
 * @throws {TypeError} when a phrase begins with a slot.
 */
export class Lexicon {
  private readonly root: Node = { next: new Map(), ends: [] };

  constructor(rules: readonly CompiledRule[]) {
    for (const rule of rules) {
      for (const phrase of rule.phrases) {
        // A phrase that could begin with anything would make every line be read to its end.
        if (phrase.startsWith("{")) throw new TypeError(`${rule.id}: the phrase "${phrase}" begins with a slot`);
        const { ends } = foldPhrase(phrase).reduce(step, this.root);
        if (!ends.includes(rule)) ends.push(rule);
      }
    }
  }

  /** The first rule of which the whole line is a phrase, or else a row of phrases. */
  match(text: string): PhraseMatch | undefined {
    if (text.length > LONGEST_LINE) return undefined;
    const line = new FoldedLine(text);
    if (!this.root.next.has(line.word(0) ?? "")) return undefined;
    let row: PhraseMatch | undefined;
    for (const ending of this.endings(line, 0)) {
      if (line.word(ending.at) === undefined) return ending;
      if (!row && ending.rule.compound && this.isRow(line, ending.at, ending.rule)) row = { rule: ending.rule };
    }
    return row;
  }

  /** Whether the words from `from` on are phrases of one rule, one after another; takes the longest at each step. */
  private isRow(line: FoldedLine, from: number, rule: CompiledRule): boolean {
    for (let at = from; line.word(at) !== undefined; ) {
      let longest = at;
      for (const ending of this.endings(line, at)) if (ending.rule === rule) longest = Math.max(longest, ending.at);
      if (longest === at) return false;
      at = longest;
    }
    return true;
  }

  /** Every phrase that begins at a word; a phrase's own word is tried before a slot. */
  private *endings(line: FoldedLine, from: number): Iterable<Ending> {
    const open: { node: Node; at: number; site?: string }[] = [{ node: this.root, at: from }];
    for (let state = open.pop(); state; state = open.pop()) {
      const { node, at, site } = state;
      const named = site === undefined ? {} : { site };
      for (const rule of node.ends) yield { rule, at, ...named };
      for (const [slot, most] of SLOTS) {
        const next = node.next.get(slot);
        for (let n = next ? most : 0; n > 0; n--) {
          if (!next || line.word(at + n - 1) === undefined) continue;
          const filled = slot === SITE_SLOT ? { site: line.slice(at, at + n).join(" ") } : named;
          open.push({ node: next, at: at + n, ...filled });
        }
      }
      const literal = node.next.get(line.word(at) ?? "");
      if (literal) open.push({ node: literal, at: at + 1, ...named });
    }
  }
}

function foldPhrase(phrase: string): string[] {
  return phrase.split(/(\{\}|\{site\})/).flatMap((part) => (part.startsWith("{") ? part : foldWords(part)));
}

function step(node: Node, word: string): Node {
  let next = node.next.get(word);
  if (!next) {
    next = { next: new Map(), ends: [] };
    node.next.set(word, next);
  }
  return next;
}
