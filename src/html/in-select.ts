import { htmlKey, TABLE_SCOPE } from "./element-keys.ts";
import { closeTemplate, mergeHtml, openTemplate, rawText } from "./in-head.ts";
import { ignore, ModeRules, type TagRule } from "./mode-rules.ts";
import { resetMode } from "./reset-mode.ts";
import { TAG, type TagName } from "./tags.ts";
import type { TreeBuilder } from "./tree-builder.ts";

const OPTION = htmlKey(TAG.option);
const GROUP = htmlKey(TAG.optgroup);

/** In a `select` only options and their groups count. Browsers of 2025 let more in; this is how all did until then. */
function endOption({ open }: TreeBuilder): void {
  if (open.topKey === OPTION) open.pop();
}

function endGroup(builder: TreeBuilder): void {
  endOption(builder);
  if (builder.open.topKey === GROUP) builder.open.pop();
}

const optionStart: TagRule = (builder, tag) => {
  endOption(builder);
  builder.insertElement(tag);
  return false;
};

const groupStart: TagRule = (builder, tag) => {
  endGroup(builder);
  builder.insertElement(tag);
  return false;
};

const ruleStart: TagRule = (builder, tag) => {
  endGroup(builder);
  builder.insertVoid(tag);
  return false;
};

const optionEnd: TagRule = (builder) => {
  endOption(builder);
  return false;
};

const groupEnd: TagRule = (builder) => {
  const { open } = builder;
  if (open.topKey === OPTION && open.keys[open.depth - 2] !== GROUP) return false;
  endGroup(builder);
  return false;
};

/** Nothing can be around a `select` that its content may not be in, so only templates bound the search for it. */
function leaveSelect(builder: TreeBuilder): boolean {
  const { open } = builder;
  const at = open.find(htmlKey(TAG.select));
  if (at < 0 || at < open.find(htmlKey(TAG.template))) return false;
  open.popTo(at);
  resetMode(builder);
  return true;
}

const selectEnd: TagRule = (builder) => {
  leaveSelect(builder);
  return false;
};

export const IN_SELECT: ModeRules = new ModeRules(ignore, ignore, (builder, start, end) => {
  if (!builder.text.isNothing(start, end)) builder.insertText(start, end);
  return end;
})
  .starts(["html"], mergeHtml)
  .starts(["option"], optionStart)
  .starts(["optgroup"], groupStart)
  .starts(["hr"], ruleStart)
  .starts(["select"], selectEnd)
  .starts(["input", "keygen", "textarea"], leaveSelect)
  .starts(["script"], rawText)
  .starts(["template"], openTemplate)
  .ends(["option"], optionEnd)
  .ends(["optgroup"], groupEnd)
  .ends(["select"], selectEnd)
  .ends(["template"], closeTemplate);

const TABLE_TAGS: readonly TagName[] = ["caption", "table", "tbody", "tfoot", "thead", "tr", "td", "th"];

export const IN_SELECT_IN_TABLE: ModeRules = IN_SELECT.variant()
  .starts(TABLE_TAGS, leaveSelect)
  .ends(TABLE_TAGS, (builder, tag) => builder.open.inScope(tag, TABLE_SCOPE) >= 0 && leaveSelect(builder));
