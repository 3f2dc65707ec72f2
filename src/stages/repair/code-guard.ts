import type { Document } from "../../core/document.ts";
import { namesMarkup, showsInlineCode } from "../../text/code.ts";

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
