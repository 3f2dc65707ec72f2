import type { FoldedLine } from "../text/fold.ts";
import { BRANDS } from "./brands.ts";
import { foldPhrase, spellings } from "./fold-phrase.ts";
import type { Wording } from "./pack.ts";

/** Needs of one wording: their combinations are bits of one integer. */
const MOST_NEEDS = 4;
/** Words of a line, or characters of a script without spaces, that are looked at: each costs time. */
const MOST_WORDS = 200;

/** What an entry ends: the wording it belongs to, and the bit of the need it fills; none for a word that only may stand there. */
interface End {
  readonly wording: number;
  readonly need: number;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly ends: End[];
}

/** Combinations of needs that are filled up to a word, as bits, by wording. */
type Reached = Map<number, number>;

/**
 * Knows lines that are made of nothing but the words of a {@link Wording}. What a sentence about the same thing has and a
 * prompt has not is at least one word more, so the closed list is what keeps prose out.
 */
export class WordCover<Owner> {
  private readonly root: Node = { next: new Map(), ends: [] };
  private readonly owners: Owner[] = [];
  /** The combination in which all needs of a wording are filled. */
  private readonly full: number[] = [];

  /** @throws {TypeError} when it asks for too few or too many things, or a word of it cannot be looked for. */
  add({ needs, with: others = [] }: Wording, owner: Owner): void {
    if (needs.length < 2 || needs.length > MOST_NEEDS)
      throw new TypeError(`a wording has ${needs.length} needs, and has to have 2 to ${MOST_NEEDS}`);
    const wording = this.owners.push(owner) - 1;
    this.full.push((1 << needs.length) - 1);
    for (const [i, words] of needs.entries()) this.addWords(words, { wording, need: 1 << i });
    this.addWords(others, { wording, need: 0 });
  }

  /** The owner of the first wording that covers the whole line. */
  match(line: FoldedLine): Owner | undefined {
    if (!this.root.next.has(line.word(0) ?? "")) return undefined;
    const reached: (Reached | undefined)[] = [undefined];
    for (let at = 0; line.word(at) !== undefined; at++) {
      if (at === MOST_WORDS) return undefined;
      if (at === 0 || reached[at]) this.step(line, at, reached);
      if (reached.length <= at + 1) return undefined;
    }
    for (const [wording, filled] of reached.at(-1) ?? [])
      if ((filled >>> this.full[wording]!) & 1) return this.owners[wording]!;
    return undefined;
  }

  /** Takes every entry that begins at a word. */
  private step(line: FoldedLine, at: number, reached: (Reached | undefined)[]): void {
    let node: Node | undefined = this.root;
    for (let to = at; ; ) {
      node = node.next.get(line.word(to++) ?? "");
      if (!node) return;
      for (const { wording, need } of node.ends) {
        // Nothing is filled before the first word.
        const before = at === 0 ? 1 : reached[at]!.get(wording);
        if (before === undefined) continue;
        const there = reached[to] ?? new Map<number, number>();
        reached[to] = there;
        there.set(wording, (there.get(wording) ?? 0) | fill(before, need));
      }
    }
  }

  private addWords(words: readonly string[], end: End): void {
    for (const word of words.flatMap((entry) => BRANDS[entry] ?? entry).flatMap(spellings)) {
      let node = this.root;
      for (const part of foldPhrase(word).words) {
        const next: Node = node.next.get(part) ?? { next: new Map(), ends: [] };
        node.next.set(part, next);
        node = next;
      }
      if (!node.ends.some(({ wording, need }) => wording === end.wording && need === end.need)) node.ends.push(end);
    }
  }
}

/** Bit c of `combinations` says that the needs c may be filled; adds one need to each of them. */
function fill(combinations: number, need: number): number {
  let result = 0;
  for (let c = 0; c < 1 << MOST_NEEDS; c++) if ((combinations >>> c) & 1) result |= 1 << (c | need);
  return result;
}
