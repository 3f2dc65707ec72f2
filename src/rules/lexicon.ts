import { FoldedLine, foldWords, openingHash } from "../text/fold.ts";
import type { CompiledRule } from "./pack.ts";

/** What a line says by itself. */
export interface PhraseMatch {
  readonly rule: CompiledRule;
  /** It is furniture only beside other furniture. */
  readonly weak: boolean;
  /** Folded words that filled `{site}`. */
  readonly site?: string;
}

/** Longest line, in UTF-16 code units, that can be a label or a few stock sentences. */
const LONGEST_LINE = 260;
const SITE_SLOT = "{site}";
/** Most words that each slot stands for. */
const SLOTS: ReadonlyMap<string, number> = new Map([
  ["{}", 8],
  [SITE_SLOT, 5],
]);

type PhraseEnd = Pick<PhraseMatch, "rule" | "weak">;

interface Node {
  /** By folded word, or by the slot itself, which is no folded word. */
  readonly next: Map<string, Node>;
  readonly slots: { readonly next: Node; readonly most: number; readonly namesSite: boolean }[];
  /** What ends here. */
  readonly ends: PhraseEnd[];
}

/**
 * All phrases of all packs as one trie over folded words; a line costs time in its own words, not in the rules.
 *
 * @throws {TypeError} when a phrase begins with a slot.
 */
export class Lexicon {
  private readonly root: Node = { next: new Map(), slots: [], ends: [] };
  /** The {@link openingHash} of every phrase. */
  private readonly openings: ReadonlySet<number>;

  constructor(rules: readonly CompiledRule[]) {
    for (const rule of rules) {
      for (const phrase of rule.phrases) this.add(phrase, rule, rule.weak === true);
      for (const part of rule.parts ?? []) this.add(part, rule, true);
    }
    this.openings = new Set(Array.from(this.root.next.keys(), openingHash));
  }

  private add(phrase: string, rule: CompiledRule, weak: boolean): void {
    // A phrase that could begin with anything would make every line be read to its end.
    if (phrase.startsWith("{")) throw new TypeError(`${rule.id}: the phrase "${phrase}" begins with a slot`);
    const { ends } = foldPhrase(phrase).reduce(step, this.root);
    if (!ends.some((end) => end.rule === rule)) ends.push({ rule, weak });
  }

  /** Whether some phrase begins with the first word of a text; the cheapest way to let a line of prose go. */
  mayBegin(text: string): boolean {
    const hash = openingHash(text);
    if (hash >= 0 && !this.openings.has(hash)) return false;
    return this.root.next.has(new FoldedLine(text).word(0) ?? "");
  }

  /** The first rule of which the whole line is a phrase, or else a row of phrases; strong matches before weak ones. */
  match(text: string): PhraseMatch | undefined {
    if (text.length > LONGEST_LINE || !this.mayBegin(text)) return undefined;
    const line = new FoldedLine(text);
    let best: PhraseMatch | undefined;
    walk(this.root, line, 0, undefined, (end, at, site) => {
      const whole = line.word(at) === undefined;
      const match = whole ? { ...end, ...(site !== undefined && { site }) } : this.readRow(line, at, end);
      if (match && (!best || (best.weak && !match.weak))) best = match;
      return whole && !end.weak;
    });
    return best;
  }

  /** A row: phrases of one rule from `from` to the end of the line; takes the longest at each step. */
  private readRow(line: FoldedLine, from: number, first: PhraseEnd): PhraseMatch | undefined {
    const { rule } = first;
    if (!rule.compound) return undefined;
    let { weak } = first;
    for (let at = from; line.word(at) !== undefined; ) {
      let longest = at;
      let longestIsWeak = true;
      walk(this.root, line, at, undefined, (end, to) => {
        if (end.rule === rule && to > longest) [longest, longestIsWeak] = [to, end.weak];
        return false;
      });
      if (longest === at) return undefined;
      weak &&= longestIsWeak;
      at = longest;
    }
    return { rule, weak };
  }
}

/**
 * Visits every phrase that begins where `node` is the root, with the word behind its end, until `visit` returns true. A
 * phrase's own word is tried before a slot, and a slot's shortest filling first.
 */
function walk(
  node: Node,
  line: FoldedLine,
  at: number,
  site: string | undefined,
  visit: (end: PhraseEnd, at: number, site: string | undefined) => boolean,
): boolean {
  for (const end of node.ends) if (visit(end, at, site)) return true;
  if (node.next.size === 0) return false;
  const literal = node.next.get(line.word(at) ?? "");
  if (literal && walk(literal, line, at + 1, site, visit)) return true;
  for (const { next, most, namesSite } of node.slots) {
    for (let end = at + 1; end <= at + most && line.word(end - 1) !== undefined; end++) {
      if (walk(next, line, end, namesSite ? line.slice(at, end).join(" ") : site, visit)) return true;
    }
  }
  return false;
}

function foldPhrase(phrase: string): string[] {
  return phrase.split(/(\{\}|\{site\})/).flatMap((part) => (part.startsWith("{") ? part : foldWords(part)));
}

function step(node: Node, word: string): Node {
  const known = node.next.get(word);
  if (known) return known;
  const next: Node = { next: new Map(), slots: [], ends: [] };
  node.next.set(word, next);
  const most = SLOTS.get(word);
  if (most !== undefined) node.slots.push({ next, most, namesSite: word === SITE_SLOT });
  return next;
}
