import { adopt } from "./adoption-agency.ts";
import { closeImplied } from "./closing.ts";
import { DEFAULT_SCOPE, htmlKey } from "./element-keys.ts";
import { Mode } from "./insertion-mode.ts";
import type { TagRule } from "./mode-rules.ts";
import { noteFormatting, reopenFormatting } from "./reopen-formatting.ts";
import { TAG } from "./tags.ts";
import { FOREIGN_MATH, FOREIGN_SVG } from "./tree.ts";

/** Most elements: text-level, and all that HTML does not know. */
export const ordinaryStart: TagRule = (builder, tag) => {
  reopenFormatting(builder);
  builder.insertElement(tag);
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
  noteFormatting(builder, tag);
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
  reopenFormatting(builder);
  if (builder.open.inScope(tag, DEFAULT_SCOPE) >= 0) adopt(builder, tag);
  return formattingStart(builder, tag);
};

export const objectStart: TagRule = (builder, tag) => {
  ordinaryStart(builder, tag);
  builder.formatting.mark();
  builder.framesetOk = false;
  return false;
};

export const voidStart: TagRule = (builder, tag) => {
  reopenFormatting(builder);
  builder.insertVoid(tag);
  builder.framesetOk = false;
  return false;
};

export const inputStart: TagRule = (builder, tag) => {
  reopenFormatting(builder);
  builder.insertVoid(tag);
  if (!builder.isHiddenInput()) builder.framesetOk = false;
  return false;
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

export const rubyStart: TagRule = (builder, tag) => {
  const except = tag === TAG.rt || tag === TAG.rp ? TAG.rtc : -1;
  if (builder.open.inScope(TAG.ruby, DEFAULT_SCOPE) >= 0) closeImplied(builder, except);
  builder.insertElement(tag);
  return false;
};

export const foreignStart: TagRule = (builder, tag) => {
  reopenFormatting(builder);
  builder.insertForeign(tag, tag === TAG.svg ? FOREIGN_SVG : FOREIGN_MATH);
  return false;
};
