import { existsSync } from "node:fs";
import { textDocuments } from "../corpus.ts";
import { listSets } from "../extract/list-sets.ts";

const LEAST_WORDS = 20;
const MOST_WORDS = 200;

/** Paragraphs of 20 to 200 words: real ones from the gold texts of a folder of pages, of made words where there is none. */
export function paragraphPool(folder: string | undefined): string[] {
  const texts = folder !== undefined && existsSync(folder) ? goldTexts(folder) : textDocuments(4000);
  const pool = new Set<string>();
  for (const text of texts)
    for (const paragraph of text.split(/\n+/)) {
      const words = paragraph.trim().split(/\s+/);
      if (words.length >= LEAST_WORDS && words.length <= MOST_WORDS) pool.add(words.join(" "));
    }
  return [...pool];
}

function* goldTexts(folder: string): Iterable<string> {
  for (const { open } of listSets(folder)) {
    const set = open();
    for (let i = 0; i < set.size; i++) yield set.page(i).gold ?? "";
  }
}
