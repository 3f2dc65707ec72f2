import { htmlKey } from "./element-keys.ts";
import { IN_BODY } from "./in-body.ts";
import { insertVoid, mergeHtml, rawText } from "./in-head.ts";
import { Mode } from "./insertion-mode.ts";
import { ignore, ModeRules, type TagRule, type TextRule } from "./mode-rules.ts";
import { TAG } from "./tags.ts";
import type { TreeBuilder } from "./tree-builder.ts";

/** Content after the body is content of the body. */
function backToBody(builder: TreeBuilder): true {
  builder.mode = Mode.InBody;
  return true;
}

const spaceAfterBody: TextRule = (builder, start, end) => {
  const space = builder.text.spaceEnd(start, end);
  if (space === end) return IN_BODY.text(builder, start, end);
  backToBody(builder);
  return start;
};

const goTo =
  (mode: number): TagRule =>
  (builder) => {
    builder.mode = mode;
    return false;
  };

export const AFTER_BODY: ModeRules = new ModeRules(backToBody, backToBody, spaceAfterBody)
  .starts(["html"], mergeHtml)
  .ends(["html"], goTo(Mode.AfterAfterBody));

export const AFTER_AFTER_BODY: ModeRules = new ModeRules(backToBody, backToBody, spaceAfterBody).starts(
  ["html"],
  mergeHtml,
);

/** Between frames nothing but white space is kept. */
const onlySpace: TextRule = (builder, start, end) => {
  const space = builder.text.spaceEnd(start, end);
  builder.insertText(start, space);
  return space < end ? space + 1 : end;
};

const frameset: TagRule = (builder, tag) => {
  builder.insertElement(tag);
  return false;
};

const framesetEnd: TagRule = (builder) => {
  const { open } = builder;
  if (open.depth < 2) return false;
  open.pop();
  if (open.topKey !== htmlKey(TAG.frameset)) builder.mode = Mode.AfterFrameset;
  return false;
};

export const IN_FRAMESET: ModeRules = new ModeRules(ignore, ignore, onlySpace)
  .starts(["html"], mergeHtml)
  .starts(["frameset"], frameset)
  .starts(["frame"], insertVoid)
  .starts(["noframes"], rawText)
  .ends(["frameset"], framesetEnd);

export const AFTER_FRAMESET: ModeRules = new ModeRules(ignore, ignore, onlySpace)
  .starts(["html"], mergeHtml)
  .starts(["noframes"], rawText)
  .ends(["html"], goTo(Mode.AfterAfterFrameset));

/** The same, but what was left open for formatting is opened around it. */
const spaceAtLast: TextRule = (builder, start, end) => {
  const space = builder.text.spaceEnd(start, end);
  if (space > start) IN_BODY.text(builder, start, space);
  return space < end ? space + 1 : end;
};

export const AFTER_AFTER_FRAMESET: ModeRules = new ModeRules(ignore, ignore, spaceAtLast)
  .starts(["html"], mergeHtml)
  .starts(["noframes"], rawText);
