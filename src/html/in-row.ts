import { htmlKey, TABLE_SCOPE } from "./element-keys.ts";
import { IN_BODY } from "./in-body.ts";
import { closeTemplate, insertVoid, mergeHtml, openTemplate, spaceThen } from "./in-head.ts";
import { BODIES, IN_TABLE, keysOf, TABLE_STARTS } from "./in-table.ts";
import { Mode } from "./insertion-mode.ts";
import { ignore, ModeRules, type TagRule } from "./mode-rules.ts";
import { TAG } from "./tags.ts";
import type { TreeBuilder } from "./tree-builder.ts";

const ROW_CONTEXT = keysOf("tr", "template", "html");

const cellStart: TagRule = (builder, tag) => {
  builder.closeUntil(ROW_CONTEXT);
  builder.insertElement(tag);
  builder.mode = Mode.InCell;
  builder.formatting.mark();
  return false;
};

function leaveRow(builder: TreeBuilder): boolean {
  if (builder.open.inScope(TAG.tr, TABLE_SCOPE) < 0) return false;
  builder.closeUntil(ROW_CONTEXT);
  builder.open.pop();
  builder.mode = Mode.InTableBody;
  return true;
}

const rowEnd: TagRule = (builder) => {
  leaveRow(builder);
  return false;
};

const bodyEndInRow: TagRule = (builder, tag) => builder.open.inScope(tag, TABLE_SCOPE) >= 0 && leaveRow(builder);

export const IN_ROW: ModeRules = IN_TABLE.variant()
  .starts(["td", "th"], cellStart)
  .starts(["caption", "col", "colgroup", "tr", ...BODIES], leaveRow)
  .ends(["tr"], rowEnd)
  .ends(["table"], leaveRow)
  .ends(BODIES, bodyEndInRow);

const cellEnd: TagRule = (builder, tag) => {
  if (!builder.close(tag, TABLE_SCOPE)) return false;
  builder.formatting.clearToMarker();
  builder.mode = Mode.InRow;
  return false;
};

/** Closes the cell that is open, whichever of the two it is. */
function leaveCell(builder: TreeBuilder): boolean {
  const { open } = builder;
  const at = Math.max(open.inScope(TAG.td, TABLE_SCOPE), open.inScope(TAG.th, TABLE_SCOPE));
  if (at < 0) return false;
  open.popTo(at);
  builder.formatting.clearToMarker();
  builder.mode = Mode.InRow;
  return true;
}

const tableEndInCell: TagRule = (builder, tag) => builder.open.inScope(tag, TABLE_SCOPE) >= 0 && leaveCell(builder);

export const IN_CELL: ModeRules = IN_BODY.variant()
  .starts(TABLE_STARTS, leaveCell)
  .ends(["td", "th"], cellEnd)
  .ends(["body", "caption", "col", "colgroup", "html"], ignore)
  .ends(["table", "tr", ...BODIES], tableEndInCell);

function leaveCaption(builder: TreeBuilder): boolean {
  if (!builder.close(TAG.caption, TABLE_SCOPE)) return false;
  builder.formatting.clearToMarker();
  builder.mode = Mode.InTable;
  return true;
}

const captionEnd: TagRule = (builder) => {
  leaveCaption(builder);
  return false;
};

export const IN_CAPTION: ModeRules = IN_BODY.variant()
  .starts(TABLE_STARTS, leaveCaption)
  .ends(["body", "html", ...TABLE_STARTS], ignore)
  .ends(["caption"], captionEnd)
  .ends(["table"], leaveCaption);

function leaveGroup(builder: TreeBuilder): boolean {
  if (builder.open.topKey !== htmlKey(TAG.colgroup)) return false;
  builder.open.pop();
  builder.mode = Mode.InTable;
  return true;
}

/** White space stays in the group; where there is none to leave (in a template), other text means nothing. */
const spaceInGroup = spaceThen(leaveGroup);

export const IN_COLUMN_GROUP: ModeRules = new ModeRules(leaveGroup, leaveGroup, (builder, start, end) => {
  const next = spaceInGroup(builder, start, end);
  return next < end && builder.mode === Mode.InColumnGroup ? end : next;
})
  .starts(["html"], mergeHtml)
  .starts(["col"], insertVoid)
  .starts(["template"], openTemplate)
  .ends(["col"], ignore)
  .ends(["colgroup"], (builder) => {
    leaveGroup(builder);
    return false;
  })
  .ends(["template"], closeTemplate);
