import type { BlockKind } from "../core/block.ts";
import { TAG, type TagName, tagTable } from "../html/tags.ts";

// Tables indexed by tag number; an element that HTML does not know is in none of them.

/** Elements whose text a reader never sees. */
export const INVISIBLE: Uint8Array = tagTable(
  ...(["head", "title", "script", "style", "template", "noembed", "noframes", "iframe"] as const),
);

/** Elements that begin and end a line of their own. */
export const BLOCK_LEVEL: Uint8Array = tagTable(
  ...(["address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog"] as const),
  ...(["dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3"] as const),
  ...(["h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu"] as const),
  ...(["nav", "ol", "optgroup", "option", "p", "plaintext", "pre", "search", "section", "select"] as const),
  ...(["summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "ul", "xmp"] as const),
);

export const CELL: Uint8Array = tagTable("td", "th");

const KINDS: readonly (readonly [BlockKind, readonly TagName[]])[] = [
  ["heading", ["h1", "h2", "h3", "h4", "h5", "h6"]],
  ["list-item", ["li", "dt", "dd"]],
  ["code", ["pre", "listing", "xmp", "plaintext"]],
  ["quote", ["blockquote"]],
  ["paragraph", ["td", "th"]],
];

const KIND_OF: readonly (BlockKind | undefined)[] = KINDS.reduce<(BlockKind | undefined)[]>((table, [kind, names]) => {
  for (const name of names) table[TAG[name]] = kind;
  return table;
}, []);

/** What the text in an element is, until an element further in says otherwise. */
export function kindOf(tag: number): BlockKind | undefined {
  return KIND_OF[tag];
}
