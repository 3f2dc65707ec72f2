import { type Block, holds } from "../../core/block.ts";
import { replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { discussesMarkup } from "../../text/code.ts";
import { BRACKET } from "../../text/marks.ts";
import { isAboutCode } from "./code-guard.ts";

const rule: Rule = defineRule({
  id: "repair/shortcode",
  summary: "a WordPress shortcode in square brackets; what it encloses stays",
  changes: [
    { input: '[vc_row][vc_column width="1/2"]The quay was shut.[/vc_column][/vc_row]', output: "The quay was shut." },
    {
      input: "[caption id=”attachment_7” align=”left”]The old quay[/caption] It was shut.",
      output: "The old quay It was shut.",
    },
    { input: 'The quay was shut. [gallery ids="3,4"]', output: "The quay was shut." },
  ],
  leavesAlone: [
    "“[The quay] was shut,” he said, [sic] and [inaudible] followed [7].",
    'Type [caption id="x"] to use the shortcode of the plugin.',
    "He [the captain] left.",
  ],
});

const NAMES =
  /^(?:caption|gallery|embed|audio|video|playlist|youtube|vimeo|twitter|tweet|instagram|facebook|soundcloud|contact-form(?:-7)?|mc4wp_form|wpforms|gravityform|ninja_form|rev_slider|smartslider3|toc|adrotate|ads?|adsense|adinserter|the_ad|sociallocker|wp_ad_camp_\d+|recent_posts|related_posts?|su_\w+|vc_\w+|et_pb_\w+|fusion_\w+|av_\w+|tie_\w+|td_\w+|elementor-template|divider|dropcap|button|columns?|row|tabs?|accordion|toggle|pullquote|spacer|highlight|quote|clear)$/i;
const SHORTCODE =
  /\[(\/?)([a-zA-Z][\w-]{1,40})((?:\s+[\w-]{1,40}\s?=\s?(?:"[^"[\]]{0,400}"|'[^'[\]]{0,400}'|[“”″][^“”″[\]]{0,400}[“”″]|[^\s"'“”″[\]]{1,200})){0,24})\s{0,8}\/?\]/g;
/** Names that are words as well: without attributes they count only when they are also closed. */
const COMMON_WORD =
  /^(?:ads?|button|columns?|row|tabs?|accordion|toggle|spacer|highlight|quote|clear|divider|video|audio|caption|tweet|toc)$/i;

/** Removes shortcodes by known name, or by attributes, or because the same name is opened and closed. */
export const shortcodes: DocumentStage = {
  name: "shortcodes",
  rules: [rule],
  cap: 0.95,
  *plan(document) {
    if (!document.blocks.some(mayHoldShortcode) || isAboutCode(document, withoutShortcodes)) return;
    for (const block of document.blocks) {
      if (block.kind === "code" || !holds(block, BRACKET)) continue;
      const matches = [...block.text.matchAll(SHORTCODE)];
      if (matches.length === 0 || discussesMarkup(withoutShortcodes(block.text))) continue;
      const closed = new Set(matches.filter((match) => match[1] === "/").map((match) => match[2]));
      for (const match of matches) {
        const [text, , name = "", attributes = ""] = match;
        const known = NAMES.test(name) && (attributes !== "" || !COMMON_WORD.test(name));
        const quoted = /["'”″]/.test(attributes);
        if (known || quoted || closed.has(name))
          yield replaceWithin(block, match.index, match.index + text.length, "", rule);
      }
    }
  },
};

function mayHoldShortcode(block: Block): boolean {
  return holds(block, BRACKET) && block.text.search(SHORTCODE) >= 0;
}

function withoutShortcodes(text: string): string {
  return text.replace(SHORTCODE, " ");
}
