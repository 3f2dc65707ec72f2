const TAG = /<\/?[a-z][^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>/iy;

/**
 * Offset after the tag or comment that begins at `at`; `undefined` where the `<` is text or the markup never ends.
 * An apostrophe outside of attribute values misleads it, and then the caller's comparison with the text fails safely.
 */
export function markupEnd(html: string, at: number): number | undefined {
  if (html.startsWith("<!--", at)) return after(html, "-->", at + 2);
  if (/[!?]/.test(html[at + 1] ?? "")) return after(html, ">", at + 1);
  TAG.lastIndex = at;
  return TAG.test(html) ? TAG.lastIndex : undefined;
}

function after(html: string, mark: string, from: number): number | undefined {
  const found = html.indexOf(mark, from);
  return found < 0 ? undefined : found + mark.length;
}
