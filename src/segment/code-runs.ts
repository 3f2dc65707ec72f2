import type { Line } from "./lines.ts";

/** What a line of code may end in; nearly every other line is let go by its last character. */
const ENDINGS: Uint8Array = new Uint8Array(0x80);
for (const ending of "{}()[];,:") ENDINGS[ending.charCodeAt(0)] = 1;

/** Lines that are code by themselves: what no sentence begins or ends like. All are tried on one line. */
const CERTAIN: readonly RegExp[] = [
  /^[()[\]{}][()[\]{};,]*$/,
  /[\w)\]"'*@] ?\{$|[=(,:\])] ?[{([]$|\w\($/,
  /^[\w$.[\]"'*&<>-]+(?: [\w$.[\]<>*&]+){0,2} ?[-+*/%|&:]?= ?[^ =].*[;,({[]$/,
  /^[\w$.:>-]+\(.*\)[;,]?$/,
  /^(?:[^\s(]|\s(?!\())+\(.*\);$|^(?:if|for|while|switch|return|await)\b.*\);$/,
  /^(?:return|break|continue|import|export|const|let|var|use|using|package|throw|yield|public|private|static|#include)\b.*;$/,
  /^(?:else|try|finally|do|(?:async )?def \w+\(.*\).*|class \w+(?:\(.*\))?|(?:if|elif|for|while|with|except|switch)\b.*[\w)\]"'])\s?:$/,
  /^"[^"]+"\s?:\s?(?:.*[,{[]|".*"|[\d.]+|true|false|null)$/,
  /^\/\/ |^\/\*|^\*\/$/,
];
/** Lines that are code where they stand in it or before it. */
const POSSIBLE: readonly RegExp[] = [
  /^[\w$.[\]"']+ ?[-+*/%|&:]?= ?[^ =]/,
  /^[\w-]+\s?:\s?[^;]+;$/,
  /^"[^"]+"\s?:/,
  /^(?:import|from|return|export|const|let|var|use)\s[\w$.{*"'@]/,
  /^#|^<[/!a-z]|^>>> |^\$ /i,
];
/** A line that these open is followed by an indented one. */
const OPENER = /[{([:]$/;
/** Code lines that a run needs; a single one may be a formula, an emoticon or a citation. */
const FEWEST = 2;

/** Offsets of lines, see {@link codeRuns}. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/**
 * Finds runs of lines that are program code by their looks, in texts that show it without a fence: at least two lines
 * that no prose looks like, with what stands indented, blank or like code around and between them. Gives the last line of
 * each run by its first one. Linear in the length of the lines.
 */
export function codeRuns(source: string, lines: readonly Line[]): Map<number, number> {
  const runs = new Map<number, number>();
  let free = 0;
  for (let i = 0; i < lines.length; i++) {
    if (!isCertain(source, lines[i]!)) continue;
    const run = growRun(source, lines, i, free);
    if (run) runs.set(run.first, run.last);
    free = (run?.last ?? i) + 1;
    i = free - 1;
  }
  return runs;
}

function growRun(source: string, lines: readonly Line[], from: number, free: number): Run | undefined {
  let certain = 1;
  let last = from;
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (!hasInk(line)) {
      // One blank line may part two pieces of code, two end them.
      if (i > last + 1) break;
    } else if (isCertain(source, line) || (line.indent > 0 && isInside(source, lines[last]!, line))) {
      certain++;
      last = i;
    } else if (i === last + 1 && isPossible(source, line)) last = i;
    else break;
  }
  if (certain < FEWEST) return undefined;
  let first = from;
  for (;;) {
    if (first > free && isPossible(source, lines[first - 1]!)) first--;
    else if (first > free + 1 && isImport(source, lines[first - 2]!) && !hasInk(lines[first - 1]!)) first -= 2;
    else return { first, last };
  }
}

/** An indented line below one that opens something, or as deep as the one above it. */
function isInside(source: string, above: Line, line: Line): boolean {
  if (OPENER.test(source.slice(above.end - 1, above.end))) return line.indent > above.indent;
  return above.indent > 0 && line.indent >= above.indent;
}

function isCertain(source: string, line: Line): boolean {
  const code = source.charCodeAt(line.end - 1);
  const first = source.charCodeAt(line.start);
  if (!hasInk(line) || (!(code < 0x80 && ENDINGS[code] === 1) && first !== 0x22 && first !== 0x2f)) return false;
  const text = source.slice(line.start, line.end);
  return CERTAIN.some((pattern) => pattern.test(text));
}

function hasInk(line: Line): boolean {
  return line.end > line.start;
}

/** What programs begin with, a blank line below it. */
function isImport(source: string, line: Line): boolean {
  return /^(?:import|from|use|using)\s[\w$.{*"'@]+;?$|^#include/.test(source.slice(line.start, line.end));
}

function isPossible(source: string, line: Line): boolean {
  const text = source.slice(line.start, line.end);
  return hasInk(line) && POSSIBLE.some((pattern) => pattern.test(text));
}
