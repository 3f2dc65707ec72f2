import { existsSync, readFileSync } from "node:fs";
import { foldWords } from "../../src/text/fold.ts";

/** Shorter phrases, in UTF-16 code units, would be found in any text. */
const SHORTEST = 4;

/** Two plain uses of a list of phrases: lines that are one, and lines that hold one. */
export interface PhraseFilters {
  readonly wholeLines: (text: string) => string;
  readonly substrings: (text: string) => string;
}

/** Reads a list of phrases, by language and class; nothing where there is none. */
export function phraseFilters(file: string): PhraseFilters | undefined {
  if (!existsSync(file)) return undefined;
  const lists = JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, readonly string[]>>;
  const phrases = Object.values(lists).flatMap((classes) => Object.values(classes).flat());
  const folded = new Set(phrases.map(fold).filter(Boolean));
  const lower = phrases.map((phrase) => phrase.toLowerCase()).filter((phrase) => phrase.length >= SHORTEST);
  const without = (isNoise: (line: string) => boolean) => (text: string) =>
    text
      .split("\n")
      .filter((line) => !isNoise(line))
      .join("\n");
  return {
    wholeLines: without((line) => folded.has(fold(line))),
    substrings: without((line) => lower.some((phrase) => line.toLowerCase().includes(phrase))),
  };
}

function fold(text: string): string {
  return foldWords(text).join(" ");
}
