import { kindOf, QUOTE, STOP } from "./character-kinds.ts";
import { CODE, type JudgedLine, type LineShapes } from "./line-shapes.ts";

/** Longest line that can be furniture, in UTF-16 code units: longer ones are paragraphs. */
const LONGEST = 240;

/** The lines that may be judged: not code, not long, with a word in them, and not prose with prose on both sides. */
export function candidates({ count, columns, prose }: LineShapes): number[] {
  const found: number[] = [];
  for (let i = 0; i < count; i++) {
    if (columns.units[i]! > LONGEST || columns.size[i] === 0 || columns.kind[i] === CODE) continue;
    const inProse = prose[i] === 1 && i > 0 && i + 1 < count && prose[i - 1] === 1 && prose[i + 1] === 1;
    if (!inProse) found.push(i);
  }
  return found;
}

/** Shorter lines may be labels whatever they end in, in UTF-16 code units. */
const SHORT = 40;

/**
 * Whether any line but the first looks like furniture by its length and its end: the cheapest way to let clean prose go,
 * headline and all.
 */
export function isSuspicious(lines: readonly JudgedLine[]): boolean {
  return lines.some(({ text }, i) => i > 0 && text.length <= LONGEST && (text.length < SHORT || !endsSentence(text)));
}

function endsSentence(text: string): boolean {
  const last = kindOf(text.charCodeAt(text.length - 1));
  return last === STOP || last === QUOTE;
}
