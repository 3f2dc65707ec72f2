import type { Block } from "../../core/block.ts";
import type { Document } from "../../core/document.ts";
import { mentionsMarkup, namesMarkup, showsInlineCode } from "../../text/code.ts";

/**
 * Whether a document is about code, so that what looks like debris in it may be what it shows: it has a fence or code
 * between backticks, or speaks of markup. `wordsOf` gives the words of a block without what may be debris itself.
 */
export function isAboutCode({ blocks }: Document, wordsOf: (text: string) => string): boolean {
  return blocks.some(({ kind, text }) => {
    if (kind === "code") return /^\s*(?:```|~~~)/.test(text);
    return showsInlineCode(text) || namesMarkup(wordsOf(text));
  });
}

/** Blocks on either side whose words count. */
const NEAR = 2;

/** Whether a block is shown on purpose where it stands: a colon leads to it, or the text beside it speaks of markup. */
export function isShown(blocks: readonly Block[], i: number): boolean {
  if (/[:：]$/.test(blocks[i - 1]?.text ?? "")) return true;
  return blocks
    .slice(Math.max(0, i - NEAR), i + NEAR + 1)
    .some((near) => near !== blocks[i] && mentionsMarkup(near.text));
}
