import type { Line } from "./lines.ts";

/** Narrower is verse or a list, wider is no terminal or mail width. UTF-16 code units. */
const NARROWEST = 20;
const WIDEST = 132;
/** Fewer line breaks than this say nothing about how a text was wrapped. */
const FEWEST_BREAKS = 3;
/** Share of breaks that must be forced before a text counts as wrapped; verse and lists stay far below. */
const FORCED_SHARE = 0.8;

/**
 * The width a text was hard-wrapped at, or 0 when it was not. A wrapping editor breaks a line only when the next word
 * would not fit, so in wrapped text nearly every break inside a paragraph is forced in this sense. Lines for which
 * `startsBlock` holds, as list entries, stand on their own in any text.
 */
export function wrapWidth(
  source: string,
  groups: readonly (readonly Line[])[],
  startsBlock: (line: Line) => boolean,
): number {
  let width = 0;
  let breaks = 0;
  for (const group of groups) {
    if (group.length < 2) continue;
    for (const line of group) width = Math.max(width, line.end - line.start);
    if (width > WIDEST) return 0;
  }
  if (width < NARROWEST) return 0;
  let forced = 0;
  for (const group of groups) {
    for (let i = 1; i < group.length; i++) {
      if (startsBlock(group[i]!)) continue;
      breaks++;
      if (isForcedBreak(source, group[i - 1]!, group[i]!, width)) forced++;
    }
  }
  return breaks < FEWEST_BREAKS || forced < FORCED_SHARE * breaks ? 0 : width;
}

/** Whether the first word of `next` would not have fitted on `line`. */
export function isForcedBreak(source: string, line: Line, next: Line, width: number): boolean {
  return line.end - line.start + 1 + firstWordLength(source, next) > width;
}

function firstWordLength(source: string, line: Line): number {
  const code = source.charCodeAt(line.start);
  if (code >= 0x3040 && code <= 0x9fff) return 1; // kana and Han break anywhere
  // Only within the line: a file without spaces would be searched to its end at every line.
  const space = source.slice(line.start, line.end).indexOf(" ");
  return space < 0 ? line.end - line.start : space;
}
