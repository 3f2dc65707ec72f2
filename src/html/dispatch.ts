import { AFTER_AFTER_BODY, AFTER_AFTER_FRAMESET, AFTER_BODY, AFTER_FRAMESET, IN_FRAMESET } from "./after-body.ts";
import { AFTER_HEAD, BEFORE_HEAD, BEFORE_HTML, IN_HEAD_NOSCRIPT, INITIAL } from "./before-body.ts";
import * as foreign from "./foreign-content.ts";
import { IN_BODY } from "./in-body.ts";
import { closeTemplate, IN_HEAD } from "./in-head.ts";
import { IN_CAPTION, IN_CELL, IN_COLUMN_GROUP, IN_ROW } from "./in-row.ts";
import { IN_SELECT, IN_SELECT_IN_TABLE } from "./in-select.ts";
import { IN_TABLE } from "./in-table.ts";
import { IN_TABLE_BODY } from "./in-table-body.ts";
import { IN_TEMPLATE } from "./in-template.ts";
import { Mode } from "./insertion-mode.ts";
import type { ModeRules } from "./mode-rules.ts";
import { TAG } from "./tags.ts";
import type { TreeBuilder } from "./tree-builder.ts";

/** In the order of `Mode`. */
const RULES: readonly ModeRules[] = [
  ...[INITIAL, BEFORE_HTML, BEFORE_HEAD, IN_HEAD, IN_HEAD_NOSCRIPT, AFTER_HEAD, IN_BODY],
  ...[IN_TABLE, IN_CAPTION, IN_COLUMN_GROUP, IN_TABLE_BODY, IN_ROW, IN_CELL],
  ...[IN_SELECT, IN_SELECT_IN_TABLE, IN_TEMPLATE],
  ...[AFTER_BODY, IN_FRAMESET, AFTER_FRAMESET, AFTER_AFTER_BODY, AFTER_AFTER_FRAMESET],
];

/** Deals with the start tag just read. */
export function startTag(builder: TreeBuilder): void {
  const { tag } = builder.scanner;
  builder.at = builder.scanner.start;
  if (foreign.isForeignStart(builder, tag) && !foreign.foreignStartTag(builder, tag)) return;
  while (RULES[builder.mode]!.startTag(builder, tag));
}

/** Deals with the end tag just read. */
export function endTag(builder: TreeBuilder): void {
  const { tag } = builder.scanner;
  builder.at = builder.scanner.start;
  if (foreign.isForeignEnd(builder) && !foreign.foreignEndTag(builder, tag)) return;
  while (RULES[builder.mode]!.endTag(builder, tag));
}

/** Deals with a text; `flags` says whether it is `RAW`. */
export function text(builder: TreeBuilder, start: number, end: number, flags: number): void {
  builder.textFlags = flags;
  builder.at = start;
  if (foreign.isForeignText(builder)) foreign.foreignText(builder, start, end);
  else for (let at = start; at < end; ) at = RULES[builder.mode]!.text(builder, at, end);
}

/** The page ends: what it leaves out is implied. */
export function finish(builder: TreeBuilder): void {
  builder.at = builder.position;
  while (builder.templateModes.length > 0) closeTemplate(builder, TAG.template);
  // Every mode before the body implies the next one when a tag it does not know begins.
  while (builder.mode <= Mode.AfterHead) RULES[builder.mode]!.otherStart(builder, TAG.br);
}
