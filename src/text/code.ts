/** Inline code, a fenced line or a line that ends as program text does. */
const CODE =
  /`[^`\n]*[<>={}&;[\]/"][^`\n]*`|```|[{};]\s*$|^\s*(?:import|const|let|var|function|def|class|return|#include)\b.*[;:({]/m;
/** Words of people who write about markup; with markup beside them it is shown, not left over. */
const MARKUP_WORDS =
  /\b(?:X?HTML5?|XML|CSS|JavaScript|PHP|JSX|Markdown|markup|stylesheet|short-?codes?|templates?|tags?|attributes?|elements?|selectors?|entit(?:y|ies)|ampersands?|code|syntax|snippets?|plug-?ins?)\b/i;

/** Whether a text shows program code or markup on purpose. */
export function showsCode(text: string): boolean {
  return CODE.test(text);
}

/** Whether a text speaks of markup, so that any markup in it may be what it speaks of. */
export function discussesMarkup(text: string): boolean {
  return MARKUP_WORDS.test(text) || CODE.test(text);
}
