import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { TAG, TAG_NAMES } from "../../src/html/tags.ts";
import { textOf } from "../../src/html/text.ts";
import { FOREIGN_MATH, FOREIGN_SVG, type HtmlTree } from "../../src/html/tree.ts";

/** A tree as lines: `<name` and `>` around what is in an element, and texts, joined where they meet. */
class Outline {
  readonly lines: string[] = [];
  private text = "";

  open(name: string): void {
    this.flush();
    this.lines.push(`<${name.toLowerCase()}`);
  }

  close(): void {
    this.flush();
    this.lines.push(">");
  }

  add(text: string): void {
    this.text += text;
  }

  private flush(): void {
    if (this.text !== "") this.lines.push(JSON.stringify(this.text.replace(/\ufffd+/g, "\ufffd")));
    this.text = "";
  }
}

export function outlineOf(tree: HtmlTree): string[] {
  const outline = new Outline();
  let node = tree.firstChild[0]!;
  while (node > 0) {
    const tag = tree.tag[node]!;
    if (tag === TAG["#text"])
      outline.add(isCode(tree, tree.parent[node]!) ? readCode(textOf(tree, node)) : textOf(tree, node));
    else {
      outline.open(TAG_NAMES[tag] ?? tree.otherNames[tag - TAG_NAMES.length]!);
      if (tree.firstChild[node]! >= 0) {
        node = tree.firstChild[node]!;
        continue;
      }
      outline.close();
    }
    while (node > 0 && tree.nextSibling[node]! < 0) {
      node = tree.parent[node]!;
      if (node > 0) outline.close();
    }
    if (node > 0) node = tree.nextSibling[node]!;
  }
  return outline.lines;
}

/** Code is left as it is written, because no reader sees it. */
function isCode(tree: HtmlTree, node: number): boolean {
  const isForeign = (tree.flags[node]! & (FOREIGN_SVG | FOREIGN_MATH)) !== 0;
  return !isForeign && (tree.tag[node] === TAG.script || tree.tag[node] === TAG.style);
}

const readCode = (code: string): string => code.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd");

/** The same of what parse5 makes of a page with scripting off. */
export function parse5Outline(html: string): string[] {
  const outline = new Outline();
  const work: (DefaultTreeAdapterTypes.ChildNode | undefined)[] = parse(html, {
    scriptingEnabled: false,
  }).childNodes.toReversed();
  while (work.length > 0) {
    const node = work.pop();
    if (!node) outline.close();
    else if (node.nodeName === "#text") outline.add((node as DefaultTreeAdapterTypes.TextNode).value);
    else if ("tagName" in node) {
      outline.open(node.tagName);
      const inside = "content" in node ? node.content.childNodes : node.childNodes;
      work.push(undefined);
      for (const child of inside.toReversed()) work.push(child);
    }
  }
  return outline.lines;
}

/**
 * Where parse5 8.1 reads in another way than the standard: it looks beyond a template for an open table and fosters
 * white space in it, and loses CDATA sections where SVG or MathML holds HTML. And `</>`, which is nothing, parts two
 * texts for us.
 */
export function isComparable(html: string): boolean {
  if (html.includes("<![CDATA[") && /<(?:mi|mtext|desc|title)\b/i.test(html)) return false;
  return (
    !html.includes("</>") &&
    !(html.includes("<template") && /<\/?(?:table|tbody|tr|td|th|caption|col|colgroup|tfoot)\b/.test(html))
  );
}
