/**
 * What may be syntax inside a line of Markdown (CommonMark 0.31 and GitHub's strikethrough): a backslash before
 * punctuation, runs of delimiters, the end of a link's text, the beginning of a tag or an address, a character reference.
 */
const INLINE =
  /\\(?=[!-/:-@[-`{-~])|`+|\*+|_+|~+|\](?=\()|<(?=[a-z/!?]|[^\s<>]*@)|&(?=#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{0,31};)/gi;
const ANY_INLINE = /[\\`*_~<&]|\]\(/;
const DELIMITERS = "*_~";

const SPACE = /^\s?$/u;
/** Some parsers do not count delimiters themselves. */
const PUNCTUATION = /^(?![*_~])[\p{P}\p{S}]$/u;
const WORD = /^[^\s\p{P}\p{S}\ud800-\udfff]$/u;

/** What a line may begin with that makes it another block than a paragraph; numbers of lists aside. */
const BLOCK_START =
  /^(?:#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|-[- \t]*$|\*[* \t]*$|_[_ \t]*$|=+$|\[(?:[^[\]\\]|\\.){0,999}\]:|\[[ x]\](?:\s|$))/i;
const NUMBER = /^\d{1,9}(?=[.)](?:\s|$))/;
const FENCE = /^(?:```|~~~)/;
/** White space and number signs at the end of a heading would be dropped. */
const CLOSING = /(^|\s)(#+)$/;

/**
 * Escapes a text of one line so that Markdown shows it as it is, and no more of it than has to be. With `\` before a
 * mark, as CommonMark has it.
 */
export function escapeInline(text: string): string {
  if (!ANY_INLINE.test(text)) return text;
  const live = liveRuns(text);
  return text.replace(INLINE, (mark: string, at: number) => {
    if (mark[0] === "`" || DELIMITERS.includes(mark[0]!)) return live.has(at) ? mark.replace(/./g, "\\$&") : mark;
    return `\\${mark}`;
  });
}

/** The same for a text that is a paragraph: nor does it begin as a list, a heading or another block does. */
export function escapeParagraph(text: string): string {
  const escaped = escapeInline(text);
  const number = NUMBER.exec(text)?.[0];
  if (number !== undefined) return `${number}\\${escaped.slice(number.length)}`;
  return BLOCK_START.test(text) && !escaped.startsWith("\\") ? `\\${escaped}` : escaped;
}

/** The same for the text of a heading. */
export function escapeHeading(text: string): string {
  return escapeInline(text).replace(CLOSING, "$1\\$2");
}

/** The same for a cell of a table. */
export function escapeCell(text: string): string {
  return escapeInline(text).replaceAll("|", "\\|");
}

/** Where the runs begin that would be syntax if they stayed: code spans, emphasis, strikethrough, and a fence. */
function liveRuns(text: string): ReadonlySet<number> {
  const runs = Array.from(text.matchAll(/`+|\*+|_+|~+/g), ({ 0: { length }, index }) => ({ at: index, length }));
  const live = new Set<number>(FENCE.test(text) ? [0] : []);
  const ticks = runs.filter(({ at }) => text[at] === "`");
  const lengths = new Set(ticks.map(({ length }) => length));
  // Inside a code span a backslash is none: where one pair of runs is escaped, the others have to be.
  if (lengths.size < ticks.length || text.startsWith("```")) for (const { at } of ticks) live.add(at);
  for (const mark of DELIMITERS) {
    const sided = runs.filter(({ at }) => text[at] === mark).map((run) => ({ ...run, ...sidesOf(text, run) }));
    const opening = sided.findIndex(({ opens }) => opens);
    if (opening < 0 || !sided.some(({ closes }, i) => closes && i > opening)) continue;
    for (const { at, opens, closes } of sided) if (opens || closes) live.add(at);
  }
  return live;
}

interface Run {
  readonly at: number;
  readonly length: number;
}

/**
 * Whether a run of delimiters may open or close something. Where parsers differ, as on characters that are two UTF-16
 * code units, it may.
 */
function sidesOf(text: string, { at, length }: Run): { readonly opens: boolean; readonly closes: boolean } {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + length);
  if (text[at] === "_" && isWord(before) && isWord(after)) return { opens: false, closes: false };
  return {
    opens: !SPACE.test(after) && (!PUNCTUATION.test(after) || !isWord(before)),
    closes: !SPACE.test(before) && (!PUNCTUATION.test(before) || !isWord(after)),
  };
}

/** Surely neither white space nor punctuation. */
function isWord(unit: string): boolean {
  return WORD.test(unit);
}
