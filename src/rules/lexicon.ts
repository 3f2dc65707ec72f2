import { FoldedLine, hasCapitalLabel, openingHash } from "../text/fold.ts";
import { spellings } from "./fold-phrase.ts";
import type { CompiledRule } from "./pack.ts";
import { type PhraseEnd, PhraseTrie } from "./phrase-trie.ts";
import { WordCover } from "./word-cover.ts";

/** What a line says by itself. */
export interface PhraseMatch extends PhraseEnd {
  /** Folded words that filled `{site}`. */
  readonly site?: string;
}

/** Longest line, in UTF-16 code units, that can be a label or a few stock sentences. */
const LONGEST_LINE = 260;

/** The phrases that are looked for in documents of one language. */
export class Lexicon {
  private readonly trie = new PhraseTrie();
  private readonly wordings = new WordCover<CompiledRule>();
  /** The {@link openingHash} of every phrase. */
  private readonly openings: ReadonlySet<number>;

  /**
   * Takes all phrases of `rules`, and of `foreign` those that are furniture in every language.
   *
   * @throws {TypeError} when a phrase cannot be looked for; the message names rule and phrase.
   */
  constructor(rules: readonly CompiledRule[], foreign: readonly CompiledRule[] = []) {
    for (const rule of [...rules, ...foreign]) this.addAll(rule, rule.everywhere, false);
    for (const rule of rules) {
      this.addAll(rule, rule.phrases, false);
      this.addAll(rule, rule.weak, true);
      for (const wording of rule.wordings ?? []) this.naming(rule, () => this.wordings.add(wording, rule));
    }
    this.openings = new Set(Array.from(this.trie.openings(), openingHash));
  }

  private addAll(rule: CompiledRule, phrases: readonly string[] = [], weak: boolean): void {
    this.naming(rule, () => {
      for (const phrase of phrases.flatMap(spellings)) this.trie.add(phrase, { rule, weak });
    });
  }

  private naming(rule: CompiledRule, add: () => void): void {
    try {
      add();
    } catch (error) {
      throw new TypeError(`${rule.rule.id}: ${(error as Error).message}`, { cause: error });
    }
  }

  /** Whether some phrase begins with the first word of a text; the cheapest way to let a line of prose go. */
  mayBegin(text: string): boolean {
    const hash = openingHash(text);
    if (hash >= 0 && !this.openings.has(hash)) return false;
    return this.trie.beginsWith(new FoldedLine(text).word(0) ?? "");
  }

  /**
   * The first rule of which the whole line is a phrase, or else a row of phrases, or is worded as one would; weak phrases
   * come last.
   */
  match(text: string): PhraseMatch | undefined {
    if (text.length > LONGEST_LINE) return undefined;
    const line = new FoldedLine(text);
    const listed = this.matchPhrases(line);
    if (listed?.weak === false && (!listed.rule.inCapitals || hasCapitalLabel(text))) return listed;
    const rule = this.wordings.match(line);
    return rule ? { rule, weak: false } : listed && { ...listed, weak: true };
  }

  private matchPhrases(line: FoldedLine): PhraseMatch | undefined {
    let best: PhraseMatch | undefined;
    this.trie.startLine();
    this.trie.walk(line, 0, (end, at, site) => {
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
      this.trie.walk(line, at, (end, to) => {
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
