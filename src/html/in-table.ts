import { htmlKey, TABLE_SCOPE } from "./element-keys.ts";
import { IN_BODY } from "./in-body.ts";
import { closeTemplate, openTemplate, rawText } from "./in-head.ts";
import { Mode } from "./insertion-mode.ts";
import { ignore, ModeRules, type TagRule, type TextRule } from "./mode-rules.ts";
import { resetMode } from "./reset-mode.ts";
import { TAG, type TagName } from "./tags.ts";

export const keysOf = (...names: TagName[]): ReadonlySet<number> => new Set(names.map((name) => htmlKey(TAG[name])));

const TABLE_CONTEXT = keysOf("table", "template", "html");
const TEXT_TAKERS = keysOf("table", "tbody", "template", "tfoot", "thead", "tr");
export const BODIES: readonly TagName[] = ["tbody", "tfoot", "thead"];
/** Tags that end a caption or a cell. */
export const TABLE_STARTS: readonly TagName[] = [
  "caption",
  "col",
  "colgroup",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "tr",
];

/** What a table cannot have goes before it. */
const fosterStart: TagRule = (builder, tag) => {
  builder.fostering = true;
  const again = IN_BODY.startTag(builder, tag);
  builder.fostering = false;
  return again;
};

const fosterEnd: TagRule = (builder, tag) => {
  builder.fostering = true;
  const again = IN_BODY.endTag(builder, tag);
  builder.fostering = false;
  return again;
};

/** White space between the parts of a table stays there; any other text is fostered as a whole. */
const tableText: TextRule = (builder, start, end) => {
  const { open, text } = builder;
  if (TEXT_TAKERS.has(open.topKey) && text.isBlank(start, end)) {
    if (!text.isNothing(start, end)) builder.insertText(start, end);
    return end;
  }
  builder.fostering = true;
  IN_BODY.text(builder, start, end);
  builder.fostering = false;
  return end;
};

const captionStart: TagRule = (builder, tag) => {
  builder.closeUntil(TABLE_CONTEXT);
  builder.formatting.mark();
  builder.insertElement(tag);
  builder.mode = Mode.InCaption;
  return false;
};

const groupStart: TagRule = (builder, tag) => {
  builder.closeUntil(TABLE_CONTEXT);
  builder.insertElement(tag);
  builder.mode = Mode.InColumnGroup;
  return false;
};

const columnStart: TagRule = (builder) => {
  builder.closeUntil(TABLE_CONTEXT);
  builder.imply(TAG.colgroup);
  builder.mode = Mode.InColumnGroup;
  return true;
};

const bodyStart: TagRule = (builder, tag) => {
  builder.closeUntil(TABLE_CONTEXT);
  builder.insertElement(tag);
  builder.mode = Mode.InTableBody;
  return false;
};

const implyBody: TagRule = (builder) => {
  builder.closeUntil(TABLE_CONTEXT);
  builder.imply(TAG.tbody);
  builder.mode = Mode.InTableBody;
  return true;
};

const tableEnd: TagRule = (builder) => {
  if (builder.close(TAG.table, TABLE_SCOPE)) resetMode(builder);
  return false;
};

/** A table right in a table ends it. */
const tableStart: TagRule = (builder, tag) => {
  if (builder.open.inScope(tag, TABLE_SCOPE) < 0) return false;
  tableEnd(builder, tag);
  return true;
};

const inputStart: TagRule = (builder, tag) => {
  if (!builder.isHiddenInput()) return fosterStart(builder, tag);
  builder.insertVoid(tag);
  return false;
};

const formStart: TagRule = (builder, tag) => {
  if (builder.form >= 0 || builder.templateModes.length > 0) return false;
  builder.form = builder.insertElement(tag);
  builder.open.pop();
  return false;
};

export const IN_TABLE: ModeRules = new ModeRules(fosterStart, fosterEnd, tableText)
  .starts(["caption"], captionStart)
  .starts(["colgroup"], groupStart)
  .starts(["col"], columnStart)
  .starts(BODIES, bodyStart)
  .starts(["td", "th", "tr"], implyBody)
  .starts(["table"], tableStart)
  .starts(["style", "script"], rawText)
  .starts(["template"], openTemplate)
  .starts(["input"], inputStart)
  .starts(["form"], formStart)
  .ends(["table"], tableEnd)
  .ends(["body", "html", ...TABLE_STARTS], ignore)
  .ends(["template"], closeTemplate);
