import { htmlKey, MODE_SETTER } from "./element-keys.ts";
import { Mode } from "./insertion-mode.ts";
import { TAG, TAG_NAMES, type TagName } from "./tags.ts";
import type { TreeBuilder } from "./tree-builder.ts";

const MODE_INSIDE: Readonly<Partial<Record<TagName, number>>> = {
  td: Mode.InCell,
  th: Mode.InCell,
  tr: Mode.InRow,
  tbody: Mode.InTableBody,
  thead: Mode.InTableBody,
  tfoot: Mode.InTableBody,
  caption: Mode.InCaption,
  colgroup: Mode.InColumnGroup,
  table: Mode.InTable,
  head: Mode.InHead,
  body: Mode.InBody,
  frameset: Mode.InFrameset,
};

/** Sets the mode that the open elements ask for, after some of them have been closed (HTML: "reset the insertion mode"). */
export function resetMode(builder: TreeBuilder): void {
  const { open, templateModes, tree } = builder;
  const tag = tree.tag[open.nodes[open.boundary(MODE_SETTER)]!]!;
  if (tag === TAG.template) builder.mode = templateModes.at(-1) ?? Mode.InBody;
  else if (tag === TAG.html) builder.mode = builder.head < 0 ? Mode.BeforeHead : Mode.AfterHead;
  else if (tag === TAG.select) builder.mode = selectMode(builder);
  else builder.mode = MODE_INSIDE[TAG_NAMES[tag]!] ?? Mode.InBody;
}

function selectMode({ open }: TreeBuilder): number {
  const table = open.find(htmlKey(TAG.table));
  return table > open.find(htmlKey(TAG.template)) ? Mode.InSelectInTable : Mode.InSelect;
}
