const INLINE = /`[^`\n]+`/g;
const CODE_SIGN = /[<>={}&;[\]/"]/;
/**
 * A fence, or a line that begins or ends as program text does. A semicolon alone is no sign: verse, law and lists end
 * their lines with it too. Each stays on its line, which keeps the search linear.
 */
const CODE_LINES: readonly RegExp[] = [
  /```|[{}][ \t]*$/m,
  /\w\([^()\n]{0,200}\);[ \t]*$/m,
  /^[ \t]*(?:[\w.$]{1,40}[ \t]){0,2}[\w.$]{1,60}[ \t]?=[ \t]?[^;=\n\r\u2028\u2029]{1,200};[ \t]*$/m,
  /^[ \t]*[a-z-]{2,30}:[ \t]?[^\s;]{1,80};[ \t]*$/m,
  /^[ \t]*(?:import|const|let|var|function|def|class|return|#include)\b.*[;:({]/m,
];
/** Each of {@link CODE_LINES} has one of these. */
const CODE_MARK = /[`{};:(]/;
/** Names that people use who write about markup; with markup beside them it is shown, not left over. */
const NAMES =
  /\b(?:X?HTML5?|XML|CSS|JavaScript|jQuery|PHP|JSX|JSON|SQL|Markdown|markup|stylesheets?|short-?codes?|snippets?|syntax|ampersands?)\b/i;
/** Words that mean it beside such things; in other texts one of them says nothing. */
const WORDS =
  /\b(?:templates?|tags?|attributes?|elements?|selectors?|entit(?:y|ies)|code|plug-?ins?|placeholders?)\b/gi;

/** Whether a text has code between backticks. */
export function showsInlineCode(text: string): boolean {
  return text.includes("`") && inlineCode(text).some(({ start, end }) => CODE_SIGN.test(text.slice(start, end)));
}

/** What stands between backticks, as offsets in UTF-16 code units; an opening one without a partner on its line is none. */
export function inlineCode(text: string): { readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(INLINE), ({ 0: whole, index }) => ({ start: index, end: index + whole.length }));
}

/** Whether a text shows program code or markup on purpose. */
export function showsCode(text: string): boolean {
  return showsInlineCode(text) || (CODE_MARK.test(text) && CODE_LINES.some((pattern) => pattern.test(text)));
}

/** Whether a text surely speaks of markup: by a name, or by two words of it. */
export function namesMarkup(text: string): boolean {
  if (NAMES.test(text)) return true;
  const words = text.match(WORDS) ?? [];
  return words.some((word) => word.toLowerCase() !== words[0]?.toLowerCase());
}

/** Whether a text has any word of markup, be it by chance. */
export function mentionsMarkup(text: string): boolean {
  return NAMES.test(text) || text.search(WORDS) >= 0;
}

/** Whether a text speaks of markup, so that any markup in it may be what it speaks of. */
export function discussesMarkup(text: string): boolean {
  return mentionsMarkup(text) || showsCode(text);
}
