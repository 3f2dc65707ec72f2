import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { TAG, TAG_NAMES } from "../../src/html/tags.ts";
import { textOf } from "../../src/html/text.ts";
import type { HtmlTree } from "../../src/html/tree.ts";

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
    if (tag === TAG["#text"]) outline.add(textOf(tree, node));
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
