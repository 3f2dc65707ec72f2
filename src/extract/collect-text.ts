import type { BlockKind } from "../core/block.ts";
import { hasInk } from "../text/whitespace.ts";
import { BLOCK_LEVEL, CELLS, INVISIBLE, KINDS, TEXT_MODES, type TextMode } from "./elements.ts";
import { isTableRow } from "./table-row.ts";
import { type TreeElement, type TreeRoot, type TreeText, walkTree } from "./tree.ts";

/** A text node and what its place in the tree says about it. */
export interface FoundText {
  readonly node: TreeText;
  readonly mode: TextMode;
  readonly visible: boolean;
  /** Whether it has any character that is not white space. */
  readonly ink: boolean;
  readonly noscript: boolean;
  readonly kind: BlockKind;
  /** Equal for texts that no block boundary parts. */
  readonly segment: number;
}

/** White space that a reader sees without there being a character: a line break or the gap between two cells. */
export interface Gap {
  /** Offset of the tag in the source. */
  readonly at: number;
  readonly text: "\n" | "\t";
}

/** Everything in a page's tree that {@link readPage} makes pieces of, in tree order. */
export interface Collected {
  readonly texts: readonly FoundText[];
  readonly gaps: readonly Gap[];
}

/** What an element hands down to the text in it. Inline elements share their parent's. */
interface Context {
  readonly kind: BlockKind;
  readonly mode: TextMode;
  readonly visible: boolean;
  readonly noscript: boolean;
  /** Inside a row that is one block, where cells do not part. */
  readonly row: boolean;
}

/** Walks the tree once. */
export function collectText(root: TreeRoot): Collected {
  const collector = new Collector();
  walkTree(root, collector);
  return collector;
}

class Collector implements Collected {
  readonly texts: FoundText[] = [];
  readonly gaps: Gap[] = [];
  private readonly contexts: Context[] = [
    { kind: "paragraph", mode: "data", visible: true, noscript: false, row: false },
  ];
  private segment = 0;
  private afterBreak = false;

  enter(element: TreeElement): void {
    const outer = this.contexts.at(-1) as Context;
    const { name } = element;
    if (name === "br") this.lineBreak(element);
    else if (outer.row && CELLS.has(name)) this.gap(element, "\t");
    else if (BLOCK_LEVEL.has(name)) this.part();
    this.contexts.push(contextIn(element, outer));
  }

  leave(element: TreeElement): void {
    this.contexts.pop();
    const outer = this.contexts.at(-1) as Context;
    if (BLOCK_LEVEL.has(element.name) && !(outer.row && CELLS.has(element.name))) this.part();
  }

  text(node: TreeText): void {
    const { kind, mode, visible, noscript } = this.contexts.at(-1) as Context;
    const ink = visible && hasInk(node.data);
    if (ink) this.afterBreak = false;
    this.texts.push({ node, mode, visible, ink, noscript, kind, segment: this.segment });
  }

  /** Two line breaks with nothing between them are how pages without `<p>` part paragraphs. */
  private lineBreak(element: TreeElement): void {
    if (this.afterBreak) this.segment++;
    this.afterBreak = true;
    this.gap(element, "\n");
  }

  private gap(element: TreeElement, text: Gap["text"]): void {
    const at = element.sourceCodeLocation?.startOffset;
    if (at !== undefined && this.contexts.at(-1)?.visible) this.gaps.push({ at, text });
  }

  private part(): void {
    this.segment++;
    this.afterBreak = false;
  }
}

function contextIn(element: TreeElement, outer: Context): Context {
  const { name } = element;
  const mode = TEXT_MODES.get(name) ?? "data";
  const hidden = INVISIBLE.has(name) || (name === "desc" && element.namespace?.endsWith("/svg"));
  const row = name === "tr" && isTableRow(element);
  const kind = row ? "table" : outer.row ? outer.kind : (KINDS.get(name) ?? outer.kind);
  const noscript = outer.noscript || name === "noscript";
  const visible = outer.visible && !hidden;
  if (kind === outer.kind && mode === outer.mode && visible === outer.visible && noscript === outer.noscript)
    if (name !== "tr" || row === outer.row) return outer;
  return { kind, mode, visible, noscript, row: name === "tr" ? row : outer.row };
}
