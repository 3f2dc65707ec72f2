import { adopt } from "./adoption-agency.ts";
import { BUTTON_SCOPE, DEFAULT_SCOPE, htmlKey, ITEM_STOP, isForeignKey, tagOf } from "./element-keys.ts";
import { takeTag } from "./in-head.ts";
import { Mode } from "./insertion-mode.ts";
import type { TagRule } from "./mode-rules.ts";
import { insertRaw } from "./raw-text.ts";
import { TAG, type TagName, tagTable } from "./tags.ts";
import { FOREIGN_MATH, FOREIGN_SVG } from "./tree.ts";
import type { TreeBuilder } from "./tree-builder.ts";

function closeParagraph(builder: TreeBuilder): void {
  builder.close(TAG.p, BUTTON_SCOPE);
}

/** Most elements: text-level, and all that HTML does not know. */
export const ordinaryStart: TagRule = (builder, tag) => {
  builder.reopenFormatting();
  builder.insertElement(tag);
  return false;
};

export const blockStart: TagRule = (builder, tag) => {
  closeParagraph(builder);
  builder.insertElement(tag);
  return false;
};

const HEADINGS = new Set((["h1", "h2", "h3", "h4", "h5", "h6"] as const).map((name) => htmlKey(TAG[name])));

export const headingStart: TagRule = (builder, tag) => {
  closeParagraph(builder);
  if (HEADINGS.has(builder.open.topKey)) builder.open.pop();
  builder.insertElement(tag);
  return false;
};

export const preStart: TagRule = (builder, tag) => {
  blockStart(builder, tag);
  builder.framesetOk = false;
  builder.position = builder.text.afterLineFeed(builder.scanner.end);
  return false;
};

export const formStart: TagRule = (builder, tag) => {
  const inTemplate = builder.templateModes.length > 0;
  if (builder.form >= 0 && !inTemplate) return false;
  closeParagraph(builder);
  const form = builder.insertElement(tag);
  if (!inTemplate) builder.form = form;
  return false;
};

/** A list item ends the one before it, unless it is in a list of its own. */
export const itemStart: TagRule = (builder, tag) => {
  const { open } = builder;
  builder.framesetOk = false;
  const same =
    tag === TAG.li ? open.find(htmlKey(tag)) : Math.max(open.find(htmlKey(TAG.dd)), open.find(htmlKey(TAG.dt)));
  if (same >= 0 && same >= open.boundary(ITEM_STOP)) open.popTo(same);
  closeParagraph(builder);
  builder.insertElement(tag);
  return false;
};

export const plaintextStart: TagRule = (builder, tag) => {
  blockStart(builder, tag);
  builder.plaintext = true;
  return false;
};

export const buttonStart: TagRule = (builder, tag) => {
  builder.close(tag, DEFAULT_SCOPE);
  ordinaryStart(builder, tag);
  builder.framesetOk = false;
  return false;
};

export const formattingStart: TagRule = (builder, tag) => {
  ordinaryStart(builder, tag);
  builder.noteFormatting(tag);
  return false;
};

/** A link inside a link ends it. */
export const linkStart: TagRule = (builder, tag) => {
  const { formatting } = builder;
  const entry = formatting.lastOf(tag);
  if (entry >= 0) {
    const link = formatting.nodeAt(entry);
    adopt(builder, tag);
    const left = formatting.entryOf(link);
    if (left >= 0) {
      if (formatting.isOpen(left, builder.open)) builder.closeAlone(formatting.placeOf(left));
      formatting.remove(left);
    }
  }
  return formattingStart(builder, tag);
};

export const nobrStart: TagRule = (builder, tag) => {
  builder.reopenFormatting();
  if (builder.open.inScope(tag, DEFAULT_SCOPE) >= 0) adopt(builder, tag);
  return formattingStart(builder, tag);
};

export const objectStart: TagRule = (builder, tag) => {
  ordinaryStart(builder, tag);
  builder.formatting.mark();
  builder.framesetOk = false;
  return false;
};

export const tableStart: TagRule = (builder, tag) => {
  if (!builder.quirks) closeParagraph(builder);
  builder.insertElement(tag);
  builder.framesetOk = false;
  builder.mode = Mode.InTable;
  return false;
};

export const voidStart: TagRule = (builder, tag) => {
  builder.reopenFormatting();
  builder.insertVoid(tag);
  builder.framesetOk = false;
  return false;
};

export const inputStart: TagRule = (builder, tag) => {
  builder.reopenFormatting();
  builder.insertVoid(tag);
  if (!builder.isHiddenInput()) builder.framesetOk = false;
  return false;
};

export const ruleStart: TagRule = (builder, tag) => {
  closeParagraph(builder);
  builder.insertVoid(tag);
  builder.framesetOk = false;
  return false;
};

export const xmpStart: TagRule = (builder, tag) => {
  closeParagraph(builder);
  builder.reopenFormatting();
  builder.framesetOk = false;
  return insertRaw(builder, tag);
};

const SELECT_IN_TABLE: ReadonlySet<number> = new Set([
  Mode.InTable,
  Mode.InCaption,
  Mode.InTableBody,
  Mode.InRow,
  Mode.InCell,
]);

export const selectStart: TagRule = (builder, tag) => {
  ordinaryStart(builder, tag);
  builder.framesetOk = false;
  builder.mode = SELECT_IN_TABLE.has(builder.mode) ? Mode.InSelectInTable : Mode.InSelect;
  return false;
};

export const optionStart: TagRule = (builder, tag) => {
  if (builder.open.topKey === htmlKey(TAG.option)) builder.open.pop();
  return ordinaryStart(builder, tag);
};

const IMPLIED: readonly TagName[] = ["dd", "dt", "li", "optgroup", "option", "p", "rb", "rp", "rt", "rtc"];
const impliedEnd = tagTable(...IMPLIED);

/** Closes elements whose end tag may be left out, but not one named `except`. */
export function closeImplied({ open }: TreeBuilder, except = -1): void {
  const isImplied = (key: number) => !isForeignKey(key) && impliedEnd[tagOf(key)] === 1 && tagOf(key) !== except;
  while (isImplied(open.topKey)) open.pop();
}

export const rubyStart: TagRule = (builder, tag) => {
  const except = tag === TAG.rt || tag === TAG.rp ? TAG.rtc : -1;
  if (builder.open.inScope(TAG.ruby, DEFAULT_SCOPE) >= 0) closeImplied(builder, except);
  builder.insertElement(tag);
  return false;
};

export const foreignStart: TagRule = (builder, tag) => {
  builder.reopenFormatting();
  builder.insertForeign(tag, tag === TAG.svg ? FOREIGN_SVG : FOREIGN_MATH);
  return false;
};

/** A second `<body>` has no content of its own. */
export const bodyStart: TagRule = (builder) => {
  const { open } = builder;
  if (open.depth < 2 || open.keys[1] !== htmlKey(TAG.body) || builder.templateModes.length > 0) return false;
  builder.framesetOk = false;
  takeTag(builder, open.nodes[1]!);
  return false;
};

export const framesetStart: TagRule = (builder, tag) => {
  const { open, tree } = builder;
  if (!builder.framesetOk || open.keys[1] !== htmlKey(TAG.body) || open.depth < 2) return false;
  tree.detach(open.nodes[1]!);
  open.popTo(1);
  builder.insertElement(tag);
  builder.mode = Mode.InFrameset;
  return false;
};
