import type { BenchPage } from "../extract/page-set.ts";
import { visibleLines } from "./visible-lines.ts";

/** An article's own lines, and where they stand among all that its page shows. */
export interface Surroundings {
  readonly gold: readonly string[];
  /** All lines of the page. */
  readonly page: readonly string[];
  /** First and last line of the page that belong to the article. */
  readonly first: number;
  readonly last: number;
  /** Furniture between them: lines, each with the number of gold lines above it. */
  readonly inside: readonly { readonly text: string; readonly above: number }[];
  isFurniture(line: string): boolean;
}

/** Articles that are shorter say too little: lines, and letters and digits. */
const [FEWEST_LINES, FEWEST_LETTERS] = [4, 600];
/** Letters and digits of a line that is found in the gold by chance. */
const CHANCE = 12;
/** Letters and digits of the shortest furniture, and UTF-16 code units of the longest. */
const [SHORTEST, LONGEST] = [4, 160];

/** What is compared of a text: its letters and digits, in lower case. */
export function letterKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

export function goldLines(gold: string): readonly string[] {
  return gold
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Finds an article on its page; none where it is too short, or no line of the page is found in it. */
export function surroundingsOf({ html, gold: text = "" }: Pick<BenchPage, "html" | "gold">): Surroundings | undefined {
  const gold = goldLines(text);
  const all = letterKey(text);
  if (gold.length < FEWEST_LINES || all.length < FEWEST_LETTERS) return undefined;
  const page = visibleLines(html);
  const keys = page.map(letterKey);
  const belongs = keys.map((key) => key.length > CHANCE && all.includes(key));
  const [first, last] = [belongs.indexOf(true), belongs.lastIndexOf(true)];
  if (first < 0) return undefined;
  const isFurniture = (line: string): boolean => {
    const key = letterKey(line);
    return key.length >= SHORTEST && line.length <= LONGEST && !all.includes(key);
  };
  const inside: { text: string; above: number }[] = [];
  const goldKeys = gold.map(letterKey);
  let above = 0;
  for (let i = first; i <= last; i++) {
    const key = keys[i]!;
    if (belongs[i]) above = placeOf(key, goldKeys, above) + 1;
    else if (isFurniture(page[i]!)) inside.push({ text: page[i]!, above });
  }
  return { gold, page, first, last, inside, isFurniture };
}

/** The gold line that a line of the page is part of, looked for from the last one on; that one where there is none. */
function placeOf(key: string, goldKeys: readonly string[], above: number): number {
  const from = Math.max(0, above - 1);
  const found = goldKeys.findIndex((gold, i) => i >= from && gold !== "" && (gold.includes(key) || key.includes(gold)));
  return found < 0 ? above - 1 : found;
}
