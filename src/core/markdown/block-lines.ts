import { escapeHeading, escapeParagraph } from "../../text/escape-markdown.ts";
import type { Shape } from "../shape.ts";
import type { Span } from "../span.ts";
import type { WritableBlock } from "../written.ts";

/** The lines of a block that is no row of a table, without what the containers around it put before them. */
export function blockLines({ kind, text, shape = {} }: WritableBlock): string[] {
  const { raw, parts, level, language = "" } = shape;
  if (raw) return `${" ".repeat(raw.indent)}${text}`.split("\n");
  if (kind === "code") return fence(codeOf(text, parts), language);
  const content = contentOf(text, parts);
  if (kind === "heading" && level !== undefined) return [`${"#".repeat(level)} ${escapeHeading(content)}`];
  return [escapeParagraph(content)];
}

/** What stands behind a mark of the source's own. Should nothing be left behind it, then the mark is the text. */
function contentOf(text: string, parts: Shape["parts"]): string {
  if (parts?.length !== 1) return parts?.length === 0 ? "" : text;
  const [{ start, end }] = parts as [Span];
  return start === end ? text : text.slice(start, end);
}

/** Code begins at the beginning of a line, where its indentation is. */
function codeOf(text: string, parts: Shape["parts"]): string {
  if (parts?.length !== 1) return parts?.length === 0 ? "" : text;
  const [{ start, end }] = parts as [Span];
  return start === end ? text : text.slice(text.lastIndexOf("\n", start - 1) + 1, end);
}

const SHORTEST_FENCE = 3;

function fence(code: string, language: string): string[] {
  let longest = SHORTEST_FENCE - 1;
  for (const [ticks] of code.matchAll(/`+/g)) longest = Math.max(longest, ticks.length);
  const mark = "`".repeat(longest + 1);
  return [`${mark}${language}`, ...(code === "" ? [] : code.split("\n")), mark];
}
