import { TAG, TAG_NAMES, type TagName } from "./tags.ts";
import { FOREIGN_MATH, FOREIGN_SVG } from "./tree.ts";

/** Kinds of boundary: elements at which HTML stops a search through the open elements. */
export const DEFAULT_SCOPE = 0;
export const LIST_SCOPE = 1;
export const BUTTON_SCOPE = 2;
export const TABLE_SCOPE = 3;
/** Elements that HTML calls special. */
export const SPECIAL = 4;
/** Special elements that stop the search for the list item that a new one ends. */
export const ITEM_STOP = 5;
/** Elements that say how what is in them is read. */
export const MODE_SETTER = 6;
/** Elements that are not SVG or MathML. */
export const PLAIN_HTML = 7;
export const KINDS = 8;

/** Key of an element on the stack: elements of one name are not each other's when one is of HTML and one of SVG. */
export const htmlKey = (tag: number): number => tag << 2;
export const svgKey = (tag: number): number => (tag << 2) | FOREIGN_SVG;
export const mathKey = (tag: number): number => (tag << 2) | FOREIGN_MATH;
export const tagOf = (key: number): number => key >> 2;
export const isForeignKey = (key: number): boolean => (key & 3) !== 0;

const boundaries = new Uint8Array(TAG_NAMES.length * 4).map((_, key) => (isForeignKey(key) ? 0 : 1 << PLAIN_HTML));

/** Bits of the kinds of boundary that an element with that key is. */
export function boundaryBits(key: number): number {
  if (key < boundaries.length) return boundaries[key]!;
  return isForeignKey(key) ? 0 : 1 << PLAIN_HTML;
}

function bounds(kinds: readonly number[], keyOf: (tag: number) => number, names: readonly TagName[]): void {
  for (const name of names) for (const kind of kinds) boundaries[keyOf(TAG[name])]! |= 1 << kind;
}

const SCOPES = [DEFAULT_SCOPE, LIST_SCOPE, BUTTON_SCOPE];
bounds(SCOPES, htmlKey, ["applet", "caption", "html", "table", "td", "th", "marquee", "object", "template"]);
bounds([...SCOPES, SPECIAL, ITEM_STOP], svgKey, ["foreignobject", "desc", "title"]);
bounds([...SCOPES, SPECIAL, ITEM_STOP], mathKey, ["mi", "mo", "mn", "ms", "mtext", "annotation-xml"]);
bounds([LIST_SCOPE], htmlKey, ["ol", "ul"]);
bounds([BUTTON_SCOPE], htmlKey, ["button"]);
bounds([TABLE_SCOPE], htmlKey, ["html", "table", "template"]);
bounds([SPECIAL], htmlKey, ["address", "div", "p"]);
bounds([SPECIAL, ITEM_STOP], htmlKey, [
  "applet",
  "area",
  "article",
  "aside",
  "base",
  "basefont",
  "bgsound",
  "blockquote",
  "body",
  "br",
  "button",
  "caption",
  "center",
  "col",
  "colgroup",
  "dd",
  "details",
  "dir",
  "dl",
  "dt",
  "embed",
  "fieldset",
  "figcaption",
  "figure",
  "footer",
  "form",
  "frame",
  "frameset",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "head",
  "header",
  "hgroup",
  "hr",
  "html",
  "iframe",
  "img",
  "input",
  "keygen",
  "li",
  "link",
  "listing",
  "main",
  "marquee",
  "menu",
  "meta",
  "nav",
  "noembed",
  "noframes",
  "noscript",
  "object",
  "ol",
  "param",
  "plaintext",
  "pre",
  "script",
  "search",
  "section",
  "select",
  "source",
  "style",
  "summary",
  "table",
  "tbody",
  "td",
  "template",
  "textarea",
  "tfoot",
  "th",
  "thead",
  "title",
  "tr",
  "track",
  "ul",
  "wbr",
  "xmp",
]);
bounds([MODE_SETTER], htmlKey, [
  "select",
  "td",
  "th",
  "tr",
  "tbody",
  "thead",
  "tfoot",
  "caption",
  "colgroup",
  "table",
  "template",
  "head",
  "body",
  "frameset",
  "html",
]);
