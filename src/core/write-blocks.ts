import type { TextFormat } from "./document.ts";
import { writeMarkdown } from "./markdown/write-markdown.ts";
import type { WritableBlock, Written } from "./written.ts";

/** What stands between two paragraphs of a plain text. */
export const SEPARATOR = "\n\n";

/** The text of a document. Pure: the same blocks always give the same text. */
export function writeBlocks(blocks: readonly WritableBlock[], format: TextFormat = "text"): Written {
  return format === "markdown" ? writeMarkdown(blocks) : { text: joinBlocks(blocks), at: placesOf(blocks) };
}

/** Texts as paragraphs of one plain text, parted by a blank line. */
export function joinBlocks(blocks: readonly { readonly text: string }[]): string {
  return blocks.map((block) => block.text).join(SEPARATOR);
}

function placesOf(blocks: readonly WritableBlock[]): number[] {
  let at = 0;
  return blocks.map(({ text }) => {
    const place = at;
    at += text.length + SEPARATOR.length;
    return place;
  });
}
