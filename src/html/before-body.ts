import { htmlKey } from "./element-keys.ts";
import {
  closeTemplate,
  HEAD_RAW,
  HEAD_VOID,
  IN_HEAD,
  insertVoid,
  mergeHtml,
  rawText,
  spaceThen,
  takeTag,
} from "./in-head.ts";
import { Mode } from "./insertion-mode.ts";
import { ignore, ModeRules, type TagRule, type TextRule } from "./mode-rules.ts";
import { TAG } from "./tags.ts";
import type { TreeBuilder } from "./tree-builder.ts";

type Step = (builder: TreeBuilder) => true;

/** White space that stands here is no part of the page. */
function skipSpaceThen(step: Step): TextRule {
  return (builder, start, end) => {
    const space = builder.text.spaceEnd(start, end);
    if (space < end) {
      builder.at = space;
      step(builder);
    }
    return space;
  };
}

const leaveInitial: Step = (builder) => {
  builder.quirks = true;
  builder.mode = Mode.BeforeHtml;
  return true;
};

const implyHtml: Step = (builder) => {
  builder.imply(TAG.html);
  builder.mode = Mode.BeforeHead;
  return true;
};

const implyHead: Step = (builder) => {
  builder.head = builder.imply(TAG.head);
  builder.mode = Mode.InHead;
  return true;
};

const leaveNoscript: Step = (builder) => {
  builder.open.pop();
  builder.mode = Mode.InHead;
  return true;
};

const implyBody: Step = (builder) => {
  builder.imply(TAG.body);
  builder.mode = Mode.InBody;
  return true;
};

/** Something of the head that comes after it goes into it all the same. */
const backToHead: TagRule = (builder, tag) => {
  const { open, head } = builder;
  open.push(head, htmlKey(TAG.head));
  IN_HEAD.startTag(builder, tag);
  const inside = open.top;
  open.popTo(open.depth - (inside === head ? 1 : 2));
  if (inside !== head) open.push(inside, htmlKey(tag));
  return false;
};

const LATE_ENDS = ["head", "body", "html", "br"] as const;

export const INITIAL: ModeRules = new ModeRules(leaveInitial, leaveInitial, skipSpaceThen(leaveInitial));

export const BEFORE_HTML: ModeRules = new ModeRules(implyHtml, ignore, skipSpaceThen(implyHtml))
  .starts(["html"], (builder, tag) => {
    takeTag(builder, builder.imply(tag));
    builder.mode = Mode.BeforeHead;
    return false;
  })
  .ends(LATE_ENDS, implyHtml);

export const BEFORE_HEAD: ModeRules = new ModeRules(implyHead, ignore, skipSpaceThen(implyHead))
  .starts(["html"], mergeHtml)
  .starts(["head"], (builder, tag) => {
    builder.head = builder.insertElement(tag);
    builder.mode = Mode.InHead;
    return false;
  })
  .ends(LATE_ENDS, implyHead);

export const IN_HEAD_NOSCRIPT: ModeRules = new ModeRules(leaveNoscript, ignore, spaceThen(leaveNoscript))
  .starts(["html"], mergeHtml)
  .starts(["head", "noscript"], ignore)
  .starts(["basefont", "bgsound", "link", "meta"], insertVoid)
  .starts(["noframes", "style"], rawText)
  .ends(["noscript"], (builder) => !leaveNoscript(builder))
  .ends(["br"], leaveNoscript);

export const AFTER_HEAD: ModeRules = new ModeRules(implyBody, ignore, spaceThen(implyBody))
  .starts(["html"], mergeHtml)
  .starts(["head"], ignore)
  .starts(["body"], (builder, tag) => {
    builder.insertElement(tag);
    builder.framesetOk = false;
    builder.mode = Mode.InBody;
    return false;
  })
  .starts(["frameset"], (builder, tag) => {
    builder.insertElement(tag);
    builder.mode = Mode.InFrameset;
    return false;
  })
  .starts([...HEAD_VOID, ...HEAD_RAW, "title", "template"], backToHead)
  .ends(["template"], closeTemplate)
  .ends(["body", "html", "br"], implyBody);
