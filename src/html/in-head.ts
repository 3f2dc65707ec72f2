import { htmlKey } from "./element-keys.ts";
import { Mode } from "./insertion-mode.ts";
import { ignore, ModeRules, type TagRule, type TextRule } from "./mode-rules.ts";
import { insertEscapable, insertRaw } from "./raw-text.ts";
import { resetMode } from "./reset-mode.ts";
import { TAG, type TagName } from "./tags.ts";
import { INERT } from "./tree.ts";
import type { TreeBuilder } from "./tree-builder.ts";

/** Elements that belong into the head, and are read alike wherever they stand. */
export const HEAD_VOID: readonly TagName[] = ["base", "basefont", "bgsound", "link", "meta"];
export const HEAD_RAW: readonly TagName[] = ["noframes", "style", "script"];

export const insertVoid: TagRule = (builder, tag) => {
  builder.insertVoid(tag);
  return false;
};

export const rawText: TagRule = (builder, tag) => insertRaw(builder, tag);

export const escapableText: TagRule = (builder, tag) => insertEscapable(builder, tag);

export const openTemplate: TagRule = (builder, tag) => {
  builder.insertElement(tag);
  builder.formatting.mark();
  builder.framesetOk = false;
  builder.mode = Mode.InTemplate;
  builder.templateModes.push(Mode.InTemplate);
  builder.inert = INERT;
  return false;
};

export const closeTemplate: TagRule = (builder) => {
  const at = builder.open.find(htmlKey(TAG.template));
  if (at < 0) return false;
  builder.open.popTo(at);
  builder.formatting.clearToMarker();
  builder.templateModes.pop();
  if (builder.templateModes.length === 0) builder.inert = 0;
  resetMode(builder);
  return false;
};

/** Makes a text of the white space at the beginning; the rest is for the rule given. */
export function spaceThen(rule: (builder: TreeBuilder) => void): TextRule {
  return (builder, start, end) => {
    const space = builder.text.spaceEnd(start, end);
    builder.insertText(start, space);
    builder.at = space;
    if (space < end) rule(builder);
    return space;
  };
}

function leaveHead(builder: TreeBuilder): true {
  builder.open.pop();
  builder.mode = Mode.AfterHead;
  return true;
}

/** The html element takes the attributes of a later tag, when the page had none. */
export const mergeHtml: TagRule = (builder) => {
  if (builder.templateModes.length === 0) takeTag(builder, builder.open.nodes[0]!);
  return false;
};

/** An element that was implied gets the tag just read. */
export function takeTag(builder: TreeBuilder, node: number): void {
  const { tree, scanner } = builder;
  if (tree.start[node] !== tree.end[node]) return;
  tree.start[node] = scanner.start;
  tree.end[node] = scanner.end;
  tree.attributesAt[node] = scanner.attributesAt;
}

export const IN_HEAD: ModeRules = new ModeRules(leaveHead, ignore, spaceThen(leaveHead))
  .starts(["html"], mergeHtml)
  .starts(["head"], ignore)
  .starts(HEAD_VOID, insertVoid)
  .starts(HEAD_RAW, rawText)
  .starts(["title"], escapableText)
  .starts(["template"], openTemplate)
  .starts(["noscript"], (builder, tag) => {
    builder.insertElement(tag);
    builder.mode = Mode.InHeadNoscript;
    return false;
  })
  .ends(["template"], closeTemplate)
  .ends(["body", "html", "br"], leaveHead)
  .ends(["head"], (builder) => !leaveHead(builder));
