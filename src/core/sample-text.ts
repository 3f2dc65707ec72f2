import type { Block } from "./block.ts";

/** Blocks looked at: enough to come to the text below a menu. */
const FIRST_BLOCKS = 24;

/**
 * What the language of a document is told by: its longest paragraphs among the first, without code, until there are
 * `length` UTF-16 code units. Short lines come last, as those around an article are often in another language than it.
 */
export function sampleText(blocks: readonly Block[], length: number): string {
  const texts = blocks.slice(0, FIRST_BLOCKS).filter(({ kind }) => kind !== "code");
  texts.sort((a, b) => b.text.length - a.text.length);
  let sample = "";
  for (const { text } of texts) {
    if (sample.length >= length) break;
    sample += `${text.slice(0, length)} `;
  }
  return sample;
}
