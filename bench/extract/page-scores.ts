import { type Multiset, multisetOf, sharedCount, sizeOf } from "./multiset.ts";
import { scoreTokens } from "./score-tokens.ts";

export interface Ratios {
  readonly precision: number;
  readonly recall: number;
}

/** Of a page's segments that must be in the output, those found and missed; of those that must not, those let in. */
export interface SegmentCounts {
  readonly found: number;
  readonly missed: number;
  readonly letIn: number;
}

/** What a page's gold says about an output; only what the gold can tell. */
export interface PageScores {
  readonly words?: Ratios & { readonly f1: number };
  readonly shingles?: Ratios;
  readonly segments?: SegmentCounts;
}

/** The truth about a page: its main text, or lines that belong to it and lines that do not, or both. */
export interface Gold {
  readonly gold?: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

/** Tokens in a shingle, as in the public news benchmark of 181 pages. */
const SHINGLE = 4;

export function scorePage(truth: Gold, text: string): PageScores {
  const { gold, with: wanted, without = [] } = truth;
  return {
    ...(gold !== undefined && scoreText(scoreTokens(gold), scoreTokens(text))),
    ...(wanted && { segments: countSegments(wanted, without, text) }),
  };
}

/** Harmonic mean of precision and recall; 0 where both are. */
export function f1({ precision, recall }: Ratios): number {
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
}

function scoreText(gold: readonly string[], text: readonly string[]): Pick<PageScores, "words" | "shingles"> {
  const words = ratios(multisetOf(gold), multisetOf(text));
  return { words: { ...words, f1: f1(words) }, shingles: ratios(shinglesOf(gold), shinglesOf(text)) };
}

/** An empty output of a page without content is right in all it says, and any other output of it is wrong. */
function ratios(gold: Multiset, text: Multiset): Ratios {
  const [shared, wanted, given] = [sharedCount(gold, text), sizeOf(gold), sizeOf(text)];
  return {
    precision: given > 0 ? shared / given : Number(wanted === 0),
    recall: wanted > 0 ? shared / wanted : Number(given === 0),
  };
}

/** Runs of four tokens; a text of fewer is one shingle. */
function shinglesOf(tokens: readonly string[]): Multiset {
  if (tokens.length < SHINGLE) return multisetOf(tokens.length > 0 ? [tokens.join(" ")] : []);
  return multisetOf(
    Array.from({ length: tokens.length - SHINGLE + 1 }, (_, i) => tokens.slice(i, i + SHINGLE).join(" ")),
  );
}

function countSegments(wanted: readonly string[], unwanted: readonly string[], text: string): SegmentCounts {
  const folded = foldSpace(text);
  const found = wanted.filter((segment) => folded.includes(foldSpace(segment))).length;
  const letIn = unwanted.filter((segment) => folded.includes(foldSpace(segment))).length;
  return { found, missed: wanted.length - found, letIn };
}

function foldSpace(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
