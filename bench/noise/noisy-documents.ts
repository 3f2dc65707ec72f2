import type { Dice } from "../corpus.ts";
import type { Surroundings } from "./surroundings.ts";

export interface NoisyLine {
  readonly text: string;
  readonly furniture: boolean;
}

/** An article's lines with some of its page's furniture among them. */
export type NoisyDocument = readonly NoisyLine[];

/** How the furniture is put around an article. */
export const VARIANTS = ["around", "between", "moved", "lone"] as const;
export type Variant = (typeof VARIANTS)[number];

/** Most furniture lines before and after an article. */
const [MOST_BEFORE, MOST_AFTER] = [3, 12];
/** Most lines of furniture at one place between paragraphs, and in one document. */
const [MOST_TOGETHER, MOST_INSIDE] = [3, 12];

/** Draws as the public reference does, so that both make the same documents. */
export class ReferenceDraw {
  private state = 1;

  /** From 0 to below 1. */
  next(): number {
    this.state = (this.state * 1103515245 + 12345) & 0x7fffffff;
    return this.state / 0x7fffffff;
  }
}

/** The furniture lines next to an article: at most three before it and twelve after it. */
export interface Edges {
  readonly head: readonly string[];
  readonly tail: readonly string[];
}

export function drawEdges({ page, first, last, isFurniture }: Surroundings, draw: { next(): number }): Edges {
  const before = Math.floor(draw.next() * (MOST_BEFORE + 1));
  const after = 1 + Math.floor(draw.next() * MOST_AFTER);
  return {
    head: page.slice(Math.max(0, first - before), first).filter(isFurniture),
    tail: page.slice(last + 1, last + 1 + after).filter(isFurniture),
  };
}

const furniture = (text: string): NoisyLine => ({ text, furniture: true });
const good = (text: string): NoisyLine => ({ text, furniture: false });

/** Builds one variant; nothing where the page has no furniture for it. */
export function noisyDocument(
  variant: Variant,
  surroundings: Surroundings,
  edges: Edges,
  dice: Dice,
): NoisyDocument | undefined {
  const { head, tail } = edges;
  const gold = surroundings.gold.map(good);
  if (variant === "between") return between(surroundings);
  if (head.length + tail.length === 0) return undefined;
  if (variant === "around") return [...head.map(furniture), ...gold, ...tail.map(furniture)];
  if (variant === "moved") return moved(gold, [...head, ...tail], dice);
  const chosen = dice.roll(head.length + tail.length);
  return chosen < head.length ? [furniture(head[chosen]!), ...gold] : [...gold, furniture(tail[chosen - head.length]!)];
}

/** Furniture that stood between the article's paragraphs, where it stood. */
function between({ gold, inside }: Surroundings): NoisyDocument | undefined {
  const lines: NoisyLine[] = [];
  let used = 0;
  for (const [i, text] of gold.entries()) {
    lines.push(good(text));
    if (i + 1 === gold.length) break;
    const here = inside.filter(({ above }) => above === i + 1).slice(0, MOST_TOGETHER);
    for (const line of here.slice(0, MOST_INSIDE - used)) lines.push(furniture(line.text));
    used += here.length;
  }
  return used > 0 ? lines : undefined;
}

/** Furniture from around the article, put between its paragraphs: one to three lines at a place. */
function moved(gold: readonly NoisyLine[], lines: readonly string[], dice: Dice): NoisyDocument {
  const places: NoisyLine[][] = gold.map((line) => [line]);
  for (let at = 0; at < lines.length; ) {
    const end = Math.min(lines.length, at + 1 + dice.roll(MOST_TOGETHER));
    places[dice.roll(gold.length - 1)]!.push(...lines.slice(at, end).map(furniture));
    at = end;
  }
  return places.flat();
}
