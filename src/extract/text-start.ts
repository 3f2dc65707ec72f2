import { characterReference } from "../html/character-reference.ts";

/** Longer than any named character reference. */
const LONGEST_REFERENCE = 40;

/**
 * Where a text node begins. parse5 takes the place of a text for that of the last source character it read for the
 * node's first character, so it reports a place too late where that took several: a character reference, a surrogate
 * pair, a `<` that turned out to be no markup. Only texts after a token that the parser dropped are concerned, such as
 * the line break after `<pre>`.
 */
export function textStart(html: string, data: string, reported: number): number {
  if (data.startsWith("</") && html.startsWith("</", reported - 2)) return reported - 2;
  if (data.startsWith("<") && html[reported - 1] === "<") return reported - 1;
  if (isHighSurrogate(data.charCodeAt(0)) && html[reported - 1] === data[0] && html[reported] === data[1])
    return reported - 1;
  return referenceStart(html, data, reported) ?? reported;
}

function referenceStart(html: string, data: string, reported: number): number | undefined {
  const from = Math.max(0, reported - LONGEST_REFERENCE);
  const ampersand = html.slice(from, reported).lastIndexOf("&");
  if (ampersand < 0) return undefined;
  const reference = characterReference(html, from + ampersand);
  if (!reference || from + ampersand + reference.length < reported) return undefined;
  return data.startsWith(reference.text) ? from + ampersand : undefined;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
