import { parseHTML } from "linkedom";

/** Elements that stand in a line; all others, and line breaks, begin a new one. */
const INLINE = new Set(
  "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const UNSEEN = new Set(["script", "style", "template", "head"]);

/** The text of an extractor's HTML with a line for each block: plain `textContent` glues the words of two blocks. */
export function htmlText(html) {
  const parts = [];
  const visit = (node) => {
    if (node.nodeType === 3) parts.push(node.data);
    if (node.nodeType !== 1) return;
    const name = node.localName;
    if (UNSEEN.has(name)) return;
    const edge = INLINE.has(name) ? "" : "\n";
    parts.push(edge);
    for (const child of node.childNodes) visit(child);
    parts.push(edge);
  };
  for (const node of parseHTML(`<html><body>${html ?? ""}</body></html>`).document.body.childNodes) visit(node);
  return parts.join("").trim();
}
