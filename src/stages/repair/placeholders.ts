import { type Block, holds } from "../../core/block.ts";
import { remove } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { BRACE } from "../../text/marks.ts";
import { isAboutCode, isShown } from "./code-guard.ts";

const placeholder: Rule = defineRule({
  id: "repair/placeholder",
  summary: "a place in a template that was never filled in, alone on its line",
  changes: [
    {
      input: "The quay was shut.\n\n{{ quickLink.title }}\n\nNobody came.",
      output: "The quay was shut.\n\nNobody came.",
    },
    { input: `%%tagline%%\n\nThe quay was shut.\n\n\${item.date} | \${item.name}`, output: "The quay was shut." },
  ],
  leavesAlone: [
    "In the template it says:\n\n{{ quickLink.title }}\n\nand nothing else, in the code of any page.",
    "The sign {{ … }} was left in the text, and so was %%tagline%% in the next.",
    "{% if bell %}\n\n{{ bell.name }}\n\n{% endif %}",
    "{{ The keeper of the quay was seen on Monday. }}",
    "$5 and 100%%",
  ],
});

const siteShortcode: Rule = defineRule({
  id: "repair/site-shortcode",
  summary: "a shortcode of one site’s own, alone on its line",
  changes: [
    {
      input: "The quay was shut.\n\n[Gambas:Video 20detik]\n\nNobody came.",
      output: "The quay was shut.\n\nNobody came.",
    },
    { input: "The quay was shut.\n\n[adsense:336x280:1]", output: "The quay was shut." },
  ],
  leavesAlone: [
    "The quay was shut.\n\n[Editor’s note: it opened again.]\n\n[Photo: A. Reader]",
    "The quay was shut.\n\n[sic]\n\n[1:2]",
    "The shortcode of the page:\n\n[Gambas:Video 20detik]",
    "He saw [Gambas:Video 20detik] in the text.",
  ],
});

const NAME = String.raw`[\s]?[\w$][\w$.\[\]'"|:()-]{0,80}[\s]?`;
const SLOT = String.raw`(?:\{\{${NAME}\}\}|%%[\w.-]{1,60}%%|\$\{${NAME}\}|<%[=-]?${NAME}%>)`;
/** One or several, with what parts the fields of a line. */
const PLACEHOLDERS: RegExp = new RegExp(`^${SLOT}(?:[ |/·,:–-]{0,3}${SLOT}){0,9}$`);
/** What the lines of interest begin with. */
const FIRSTS: Uint8Array = new Uint8Array(0x80);
for (const first of "{%$<[") FIRSTS[first.charCodeAt(0)] = 1;
/** A statement of a template: with it, the text shows the template itself. */
const STATEMENT = "{%";
/** No space behind the colon, as no note of an editor is written. */
const SITE_SHORTCODE = /^\[[A-Za-z][\w-]{1,30}:[A-Za-z0-9][\w:.,/ -]{0,60}\]$/;

/** Removes lines of nothing but placeholders or a site's own shortcode, except in documents about code. */
export const placeholders: DocumentStage = {
  name: "placeholders",
  rules: [placeholder, siteShortcode],
  cap: 0.95,
  *plan(document) {
    const { blocks } = document;
    if (!blocks.some(ruleFor)) return;
    const rules = blocks.map(ruleFor);
    if (isAboutCode(document, withoutShortcode)) return;
    if (blocks.some((block) => holds(block, BRACE) && block.text.includes(STATEMENT))) return;
    for (const [i, rule] of rules.entries()) if (rule && !isShown(blocks, i)) yield remove(blocks[i]!, rule);
  },
};

function ruleFor(block: Block): Rule | undefined {
  const { text, kind } = block;
  if (FIRSTS[text.charCodeAt(0)] !== 1 || kind === "code") return undefined;
  if (PLACEHOLDERS.test(text)) return placeholder;
  if (SITE_SHORTCODE.test(text)) return siteShortcode;
  return undefined;
}

function withoutShortcode(text: string): string {
  return SITE_SHORTCODE.test(text) ? "" : text;
}
