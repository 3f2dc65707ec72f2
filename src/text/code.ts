/** A span of inline code; an opening backtick without a closing one on its line is none. */
const INLINE = /`([^`\n]+)`/g;
const CODE_SIGN = /[<>={}&;[\]/"]/;
/**
 * A fence, or a line that begins or ends as program text does. A semicolon alone is no sign: verse, law and lists end
 * their lines with it too. Every part stays on its line, which keeps the search linear.
 */
const CODE_LINE =
  /```|[{}][^\S\n]*$|\w\([^()\n]{0,200}\);[^\S\n]*$|^[^\S\n]*(?:[\w.$]{1,40}[^\S\n]){0,2}[\w.$]{1,60}[^\S\n]?=[^\S\n]?[^;=\n]{1,200};[^\S\n]*$|^[^\S\n]*[a-z-]{2,30}:[^\S\n]?[^\s;]{1,80};[^\S\n]*$|^[^\S\n]*(?:import|const|let|var|function|def|class|return|#include)\b.*[;:({]/m;
/** Each part of {@link CODE_LINE} has one of these. */
const CODE_MARK = /[`{};:(]/;
/** Words of people who write about markup; with markup beside them it is shown, not left over. */
const MARKUP_WORDS =
  /\b(?:X?HTML5?|XML|CSS|JavaScript|PHP|JSX|Markdown|markup|stylesheet|short-?codes?|templates?|tags?|attributes?|elements?|selectors?|entit(?:y|ies)|ampersands?|code|syntax|snippets?|plug-?ins?)\b/i;

/** Whether a text shows program code or markup on purpose. */
export function showsCode(text: string): boolean {
  if (text.includes("`")) for (const [, inside = ""] of text.matchAll(INLINE)) if (CODE_SIGN.test(inside)) return true;
  return CODE_MARK.test(text) && CODE_LINE.test(text);
}

/** Whether a text speaks of markup, so that any markup in it may be what it speaks of. */
export function discussesMarkup(text: string): boolean {
  return MARKUP_WORDS.test(text) || showsCode(text);
}
