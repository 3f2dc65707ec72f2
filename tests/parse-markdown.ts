import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>["children"][number];

/** A paragraph, heading, code block or row of a table as a parser of Markdown sees it. */
export interface Leaf {
  readonly kind: "paragraph" | "heading" | "code" | "row";
  /** Of a row, its cells with a space between them. */
  readonly text: string;
  /** Types of the nodes around it, outermost first: `list`, `listItem`, `blockquote`, `table`. */
  readonly within: readonly string[];
  readonly level?: number;
  readonly language?: string;
}

/** GitHub's parser looks for bare addresses when escapes are read already, these before: a backslash would be part of one. */
const WITHOUT_ADDRESSES = { disable: { null: ["wwwAutolink", "protocolAutolink", "emailAutolink"] } };

/** What a parser for CommonMark with GitHub's extensions reads in a text. Anything that is not plain text is an error. */
export function parseMarkdown(text: string): Leaf[] {
  const tree = fromMarkdown(text, {
    extensions: [gfm(), WITHOUT_ADDRESSES],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const leaves: Leaf[] = [];
  collect(tree, [], leaves);
  return leaves;
}

function collect(node: Node, within: readonly string[], leaves: Leaf[]): void {
  if (node.type === "code") {
    leaves.push({ kind: "code", text: node.value, within, ...(node.lang && { language: node.lang }) });
  } else if (node.type === "paragraph") leaves.push({ kind: "paragraph", text: plain(node), within });
  else if (node.type === "heading") leaves.push({ kind: "heading", text: plain(node), within, level: node.depth });
  else if (node.type === "tableRow") {
    const text = node.children.map(plain).join(" ").replace(/ +/g, " ").trim();
    leaves.push({ kind: "row", text, within });
  } else if (node.type === "listItem" && node.checked != null) throw new Error("a task");
  else if ("children" in node) {
    const inside = node.type === "root" ? within : [...within, node.type];
    for (const child of node.children) collect(child as Node, inside, leaves);
  } else throw new Error(`a ${node.type}`);
}

interface Inline {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Inline[];
}

/** A bare address is a link with itself as its text. */
function plain({ children = [] }: Inline): string {
  return children
    .map((child) => {
      if (child.type === "link") return plain(child);
      if (child.type !== "text") throw new Error(`a ${child.type}`);
      return child.value;
    })
    .join("");
}
