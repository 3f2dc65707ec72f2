import { attribute, attributeOf } from "./attributes.ts";
import { isForeignKey, mathKey, PLAIN_HTML, svgKey } from "./element-keys.ts";
import { TAG, tagTable } from "./tags.ts";
import { FOREIGN_MATH, FOREIGN_SVG } from "./tree.ts";
import type { TreeBuilder } from "./tree-builder.ts";

/** HTML elements that end SVG or MathML when they begin in it. */
const BREAKOUT = tagTable(
  "b",
  "big",
  "blockquote",
  "body",
  "br",
  "center",
  "code",
  "dd",
  "div",
  "dl",
  "dt",
  "em",
  "embed",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "head",
  "hr",
  "i",
  "img",
  "li",
  "listing",
  "menu",
  "meta",
  "nobr",
  "ol",
  "p",
  "pre",
  "ruby",
  "s",
  "small",
  "span",
  "strong",
  "strike",
  "sub",
  "sup",
  "table",
  "tt",
  "u",
  "ul",
  "var",
);

const MATH_TEXT = tagTable("mi", "mo", "mn", "ms", "mtext");
const SVG_HTML = tagTable("foreignobject", "desc", "title");

const isForeign = (builder: TreeBuilder): boolean => isForeignKey(builder.open.topKey);

/** Whether an element of MathML holds text as HTML does. */
function holdsMathText({ tree }: TreeBuilder, node: number): boolean {
  return (tree.flags[node]! & FOREIGN_MATH) !== 0 && MATH_TEXT[tree.tag[node]!] === 1;
}

/** Whether a foreign element holds HTML. */
function holdsHtml({ tree }: TreeBuilder, node: number): boolean {
  if (tree.flags[node]! & FOREIGN_SVG) return SVG_HTML[tree.tag[node]!] === 1;
  if (tree.tag[node] !== TAG["annotation-xml"]) return false;
  const encoding = attribute(tree, node, "encoding")?.toLowerCase();
  return encoding === "text/html" || encoding === "application/xhtml+xml";
}

/** Whether a start tag is read by the rules for SVG and MathML. */
export function isForeignStart(builder: TreeBuilder, tag: number): boolean {
  if (!isForeign(builder)) return false;
  const { top } = builder.open;
  if (holdsHtml(builder, top)) return false;
  if (holdsMathText(builder, top)) return tag === TAG.mglyph || tag === TAG.malignmark;
  return !(tag === TAG.svg && builder.tree.tag[top] === TAG["annotation-xml"] && isMath(builder, top));
}

/** Whether a text is. */
export function isForeignText(builder: TreeBuilder): boolean {
  return isForeign(builder) && !holdsHtml(builder, builder.open.top) && !holdsMathText(builder, builder.open.top);
}

/** Whether an end tag is. */
export const isForeignEnd: (builder: TreeBuilder) => boolean = isForeign;

const isMath = ({ tree }: TreeBuilder, node: number): boolean => (tree.flags[node]! & FOREIGN_MATH) !== 0;

/** True when the tag is to be read as HTML after all. */
export function foreignStartTag(builder: TreeBuilder, tag: number): boolean {
  if (BREAKOUT[tag] === 1 || (tag === TAG.font && hasFontAttribute(builder))) {
    leaveForeign(builder);
    return true;
  }
  builder.insertForeign(tag, builder.tree.flags[builder.open.top]! & (FOREIGN_SVG | FOREIGN_MATH));
  return false;
}

function hasFontAttribute({ tree, scanner }: TreeBuilder): boolean {
  return ["color", "face", "size"].some((name) => attributeOf(tree, scanner.attributesAt, name) !== undefined);
}

/** Closes elements up to the next one that may hold HTML. */
function leaveForeign(builder: TreeBuilder): void {
  const { open } = builder;
  while (isForeign(builder) && !holdsHtml(builder, open.top) && !holdsMathText(builder, open.top)) open.pop();
}

/** True when the tag is to be read as HTML after all. */
export function foreignEndTag(builder: TreeBuilder, tag: number): boolean {
  if (tag === TAG.br || tag === TAG.p) {
    leaveForeign(builder);
    return true;
  }
  const { open } = builder;
  const at = Math.max(open.find(svgKey(tag)), open.find(mathKey(tag)));
  if (at <= open.boundary(PLAIN_HTML)) return true;
  open.popTo(at);
  return false;
}

export function foreignText(builder: TreeBuilder, start: number, end: number): void {
  const { text, tree, open } = builder;
  builder.insertText(start, end, builder.textFlags | (tree.flags[open.top]! & (FOREIGN_SVG | FOREIGN_MATH)));
  if (builder.framesetOk && !text.isBlank(start, end)) builder.framesetOk = false;
}
