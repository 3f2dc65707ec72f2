import { TABLE_SCOPE } from "./element-keys.ts";
import { BODIES, IN_TABLE, keysOf } from "./in-table.ts";
import { Mode } from "./insertion-mode.ts";
import type { ModeRules, TagRule } from "./mode-rules.ts";
import { TAG } from "./tags.ts";
import type { TreeBuilder } from "./tree-builder.ts";

const BODY_CONTEXT = keysOf("tbody", "tfoot", "thead", "template", "html");

const rowStart: TagRule = (builder, tag) => {
  builder.closeUntil(BODY_CONTEXT);
  builder.insertElement(tag);
  builder.mode = Mode.InRow;
  return false;
};

const implyRow: TagRule = (builder) => {
  builder.closeUntil(BODY_CONTEXT);
  builder.imply(TAG.tr);
  builder.mode = Mode.InRow;
  return true;
};

function leaveBody(builder: TreeBuilder): boolean {
  const { open } = builder;
  if (!BODIES.some((name) => open.inScope(TAG[name], TABLE_SCOPE) >= 0)) return false;
  builder.closeUntil(BODY_CONTEXT);
  open.pop();
  builder.mode = Mode.InTable;
  return true;
}

const bodyEnd: TagRule = (builder, tag) => {
  if (builder.open.inScope(tag, TABLE_SCOPE) >= 0) leaveBody(builder);
  return false;
};

export const IN_TABLE_BODY: ModeRules = IN_TABLE.variant()
  .starts(["tr"], rowStart)
  .starts(["td", "th"], implyRow)
  .starts(["caption", "col", "colgroup", ...BODIES], leaveBody)
  .ends(BODIES, bodyEnd)
  .ends(["table"], leaveBody);
