import { isLetter } from "./character-class.ts";
import * as tokens from "./dispatch.ts";
import { isQuirky } from "./doctype.ts";
import { isForeignKey } from "./element-keys.ts";
import { Mode } from "./insertion-mode.ts";
import { bogusEnd, commentEnd, standsAt } from "./markup.ts";
import { type HtmlTree, RAW } from "./tree.ts";
import { TreeBuilder } from "./tree-builder.ts";
import { unitsOf } from "./units.ts";

const EXCLAMATION = 33;
const SLASH = 47;
const GREATER = 62;

/**
 * The tree of a page as HTML's parsing algorithm builds it with scripting off. It takes any string, a page's text or its
 * bytes as Latin-1; offsets count that string's units. It never throws.
 *
 * Time and memory are linear in the length. For that it leaves HTML where a hostile page would be quadratic: at most 128
 * formatting elements wait to be opened again (`ActiveFormatting`), and copies of them and rearranged nesting cost of a
 * budget that grows with the page (`TreeBuilder.afford`). It differs in three more things: comments and document types
 * are no nodes; of a second `<html>` or `<body>` only what the page left out is taken; and the content of a `select` is
 * read as it was until 2025.
 */
export function parseHtml(source: string): HtmlTree {
  const builder = new TreeBuilder(source, unitsOf(source));
  const { length } = source;
  while (builder.position < length) {
    const start = builder.position;
    const end = builder.plaintext ? length : builder.text.textEnd(start);
    if (end > start) {
      builder.position = end;
      tokens.text(builder, start, end, builder.plaintext ? RAW : 0);
    }
    if (end < length) readMarkup(builder, end);
  }
  tokens.finish(builder);
  return builder.tree.finish();
}

/** Reads the tag or comment that begins at `at`. */
function readMarkup(builder: TreeBuilder, at: number): void {
  const { units, source } = builder.text;
  const unit = units[at + 1]!;
  if (isLetter(unit)) readTag(builder, at, at + 1);
  else if (unit === SLASH && isLetter(units[at + 2]!)) readTag(builder, at, at + 2);
  else if (unit === SLASH && units[at + 2] === GREATER) builder.position = at + 3;
  else if (unit === EXCLAMATION) readDeclaration(builder, at);
  else builder.position = bogusEnd(source, at + 2);
}

/** Reads the tag whose name begins at `name`. One that the page ends in is nothing. */
function readTag(builder: TreeBuilder, at: number, name: number): void {
  const { scanner } = builder;
  const whole = scanner.read(at, name);
  builder.position = whole ? scanner.end : builder.text.source.length;
  if (!whole) return;
  if (name === at + 1) tokens.startTag(builder);
  else {
    scanner.forgetAttributes();
    tokens.endTag(builder);
  }
}

/** Reads what begins with `<!` at `at`. */
function readDeclaration(builder: TreeBuilder, at: number): void {
  const { units, source } = builder.text;
  if (units[at + 2] === 45 && units[at + 3] === 45) builder.position = commentEnd(units, source.length, at);
  else if (standsAt(units, at + 2, "doctype")) readDoctype(builder, at);
  else if (source.startsWith("[CDATA[", at + 2) && isForeignKey(builder.open.topKey)) readSection(builder, at + 9);
  else builder.position = bogusEnd(source, at + 2);
}

/** Only a document type that comes first counts. */
function readDoctype(builder: TreeBuilder, at: number): void {
  const { source } = builder.text;
  const end = bogusEnd(source, at);
  if (builder.mode === Mode.Initial) {
    builder.quirks = isQuirky(source.slice(at + 9, end - 1));
    builder.mode = Mode.BeforeHtml;
  }
  builder.position = end;
}

/** In SVG and MathML all up to `]]>` is text. */
function readSection(builder: TreeBuilder, start: number): void {
  const { source } = builder.text;
  const close = source.indexOf("]]>", start);
  const end = close < 0 ? source.length : close;
  builder.position = Math.min(end + 3, source.length);
  if (end > start) tokens.text(builder, start, end, RAW);
}
