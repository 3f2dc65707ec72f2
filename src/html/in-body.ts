import { adopt } from "./adoption-agency.ts";
import * as ending from "./in-body-end.ts";
import * as inline from "./in-body-inline-start.ts";
import * as starting from "./in-body-start.ts";
import { closeTemplate, escapableText, HEAD_VOID, insertVoid, mergeHtml, openTemplate, rawText } from "./in-head.ts";
import { ignore, ModeRules, type TagRule, type TextRule } from "./mode-rules.ts";
import { insertEscapable, insertRaw } from "./raw-text.ts";
import { reopenFormatting } from "./reopen-formatting.ts";
import { TAG, type TagName } from "./tags.ts";

const bodyText: TextRule = (builder, start, end) => {
  const { text } = builder;
  if (builder.textFlags === 0 && text.isNothing(start, end)) return end;
  reopenFormatting(builder);
  builder.insertText(start, end, builder.textFlags);
  if (builder.framesetOk && !text.isBlank(start, end)) builder.framesetOk = false;
  return end;
};

const endFormatting: TagRule = (builder, tag) => {
  adopt(builder, tag);
  return false;
};

const BLOCKS: readonly TagName[] = [
  "address",
  "article",
  "aside",
  "blockquote",
  "center",
  "details",
  "dialog",
  "dir",
  "div",
  "dl",
  "fieldset",
  "figcaption",
  "figure",
  "footer",
  "header",
  "hgroup",
  "main",
  "menu",
  "nav",
  "ol",
  "search",
  "section",
  "summary",
  "ul",
];
const HEADINGS: readonly TagName[] = ["h1", "h2", "h3", "h4", "h5", "h6"];
const FORMATTING: readonly TagName[] = [
  "b",
  "big",
  "code",
  "em",
  "font",
  "i",
  "s",
  "small",
  "strike",
  "strong",
  "tt",
  "u",
];
const OBJECTS: readonly TagName[] = ["applet", "marquee", "object"];

export const IN_BODY: ModeRules = new ModeRules(inline.ordinaryStart, ending.anyEnd, bodyText)
  .starts(["html"], mergeHtml)
  .starts(HEAD_VOID, insertVoid)
  .starts(["noframes", "style", "script", "noembed"], rawText)
  .starts(["title"], escapableText)
  .starts(["template"], openTemplate)
  .starts(["body"], starting.bodyStart)
  .starts(["frameset"], starting.framesetStart)
  .starts([...BLOCKS, "p"], starting.blockStart)
  .starts(HEADINGS, starting.headingStart)
  .starts(["pre", "listing"], starting.preStart)
  .starts(["form"], starting.formStart)
  .starts(["li", "dd", "dt"], starting.itemStart)
  .starts(["plaintext"], starting.plaintextStart)
  .starts(["button"], inline.buttonStart)
  .starts(FORMATTING, inline.formattingStart)
  .starts(["a"], inline.linkStart)
  .starts(["nobr"], inline.nobrStart)
  .starts(OBJECTS, inline.objectStart)
  .starts(["table"], starting.tableStart)
  .starts(["area", "br", "embed", "img", "keygen", "wbr"], inline.voidStart)
  .starts(["image"], (builder) => inline.voidStart(builder, TAG.img))
  .starts(["input"], inline.inputStart)
  .starts(["param", "source", "track"], insertVoid)
  .starts(["hr"], starting.ruleStart)
  .starts(["textarea"], (builder, tag) => {
    builder.framesetOk = false;
    return insertEscapable(builder, tag);
  })
  .starts(["xmp"], starting.xmpStart)
  .starts(["iframe"], (builder, tag) => {
    builder.framesetOk = false;
    return insertRaw(builder, tag);
  })
  .starts(["select"], inline.selectStart)
  .starts(["optgroup", "option"], inline.optionStart)
  .starts(["rb", "rtc", "rp", "rt"], inline.rubyStart)
  .starts(["math", "svg"], inline.foreignStart)
  .starts(["caption", "col", "colgroup", "frame", "head", "tbody", "td", "tfoot", "th", "thead", "tr"], ignore)
  .ends(["template"], closeTemplate)
  .ends(["body"], ending.bodyEnd)
  .ends(["html"], ending.htmlEnd)
  .ends([...BLOCKS, "button", "listing", "pre", "dd", "dt"], ending.blockEnd)
  .ends(["form"], ending.formEnd)
  .ends(["p"], ending.paragraphEnd)
  .ends(["li"], ending.listItemEnd)
  .ends(HEADINGS, ending.headingEnd)
  .ends([...FORMATTING, "a", "nobr"], endFormatting)
  .ends(OBJECTS, ending.objectEnd)
  .ends(["br"], ending.breakEnd);
