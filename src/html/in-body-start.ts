import { BUTTON_SCOPE, htmlKey, ITEM_STOP } from "./element-keys.ts";
import { takeTag } from "./in-head.ts";
import { Mode } from "./insertion-mode.ts";
import type { TagRule } from "./mode-rules.ts";
import { insertRaw } from "./raw-text.ts";
import { reopenFormatting } from "./reopen-formatting.ts";
import { TAG } from "./tags.ts";
import type { TreeBuilder } from "./tree-builder.ts";

function closeParagraph(builder: TreeBuilder): void {
  builder.close(TAG.p, BUTTON_SCOPE);
}

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

export const tableStart: TagRule = (builder, tag) => {
  if (!builder.quirks) closeParagraph(builder);
  builder.insertElement(tag);
  builder.framesetOk = false;
  builder.mode = Mode.InTable;
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
  reopenFormatting(builder);
  builder.framesetOk = false;
  return insertRaw(builder, tag);
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
