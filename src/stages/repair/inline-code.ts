import { type Block, holds } from "../../core/block.ts";
import type { Document } from "../../core/document.ts";
import { type Edit, remove, replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { BRACE } from "../../text/marks.ts";
import { callsPageService, isPageData, isPageStyle, pageServiceCalls } from "../../text/page-code.ts";
import { isAboutCode, isShown } from "./code-guard.ts";

const script: Rule = defineRule({
  id: "repair/inline-script",
  summary: "a script of the page’s advertising, counting or forms that was taken for text",
  changes: [
    {
      input: "The quay was shut.\n\n(adsbygoogle = window.adsbygoogle || []).push({});\n\nNobody came.",
      output: "The quay was shut.\n\nNobody came.",
    },
    {
      input: "The quay was shut. (adsbygoogle = window.adsbygoogle || []).push({}); Nobody came.",
      output: "The quay was shut. Nobody came.",
    },
    {
      input: "The quay was shut.\n\ngoogletag.cmd.push(function() {\n  googletag.display('div-1');\n});",
      output: "The quay was shut.",
    },
  ],
  leavesAlone: [
    "This JavaScript shows the ad:\n\n(adsbygoogle = window.adsbygoogle || []).push({});",
    "Type `gtag('config', 'A-1');` into the field.",
    "The firm behind adsbygoogle and googletag (of 2003) moved to the quay;",
    "ring(bell);\nring(again);",
  ],
});

const style: Rule = defineRule({
  id: "repair/inline-style",
  summary: "style rules of the page, pressed into one line, that were taken for text",
  changes: [
    {
      input:
        "The quay was shut.\n\n.quay-box{margin:0 auto;color:#333 !important}.quay-box a{color:red}\n\nNobody came.",
      output: "The quay was shut.\n\nNobody came.",
    },
  ],
  leavesAlone: [
    "In CSS it reads so:\n\n.quay-box{margin:0 auto;color:#333 !important}.quay-box a{color:red}",
    ".quay {\n  color: red;\n}",
    "p { color: red }",
    "The set {bell:1} and the set {rope:2} are disjoint.",
  ],
});

const data: Rule = defineRule({
  id: "repair/inline-data",
  summary: "data of the page in JSON, all on one line, that was taken for text",
  changes: [
    {
      input:
        'The quay was shut.\n\n{"@context":"https://schema.org","@type":"Place","name":"Port Ellery quay"}\n\nNobody came.',
      output: "The quay was shut.\n\nNobody came.",
    },
  ],
  leavesAlone: [
    'The JSON of the page:\n\n{"@context":"https://schema.org","@type":"Place","name":"Port Ellery quay"}',
    '{"bell": 1}',
    "{The quay was shut, and nobody came}",
  ],
});

/** What a call may end in that has no braces. */
const PARENTHESIS = 0x29;
const SEMICOLON = 0x3b;

/** Takes out scripts, style rules and data of the page that are no part of its text. Keeps off documents about code. */
export const inlineCode: DocumentStage = {
  name: "inline-code",
  rules: [script, style, data],
  cap: 0.95,
  *plan(document) {
    const { blocks } = document;
    if (!blocks.some(mayHoldCode)) return;
    const edits = blocks.flatMap((block, i) => (mayHoldCode(block) ? editsIn(blocks, i) : []));
    if (edits.length > 0 && !isAboutOther(document, edits)) yield* edits;
  },
};

function mayHoldCode(block: Block): boolean {
  const last = block.text.charCodeAt(block.text.length - 1);
  return last === PARENTHESIS || last === SEMICOLON || holds(block, BRACE);
}

function editsIn(blocks: readonly Block[], i: number): Edit[] {
  const block = blocks[i]!;
  const { text, kind } = block;
  const rule = callsPageService(text) ? script : isPageData(text) ? data : isPageStyle(text) ? style : undefined;
  if (rule) return isShown(blocks, i) ? [] : [remove(block, rule)];
  if (kind === "code") return [];
  return pageServiceCalls(text).map(({ start, end }) => replaceWithin(block, start, end, "", script));
}

/** Whether the rest of the document is about code. */
function isAboutOther(document: Document, edits: readonly Edit[]): boolean {
  const places = new Set(edits.map(({ start }) => start));
  const blocks = document.blocks.filter((block) => !places.has(block.start));
  return isAboutCode({ ...document, blocks }, (text) => text);
}
