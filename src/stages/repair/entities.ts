import { decodeHTMLStrict } from "entities";
import { holds } from "../../core/block.ts";
import type { Document } from "../../core/document.ts";
import { type Edit, replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { discussesMarkup, showsInlineCode } from "../../text/code.ts";
import { AMPERSAND } from "../../text/marks.ts";

const rule: Rule = defineRule({
  id: "repair/entity",
  summary: "an HTML character reference that was left in the text, decoded",
  changes: [
    {
      input: "Fish &amp; chips at Ellery&#8217;s quay &ndash; cheap.",
      output: "Fish & chips at Ellery’s quay – cheap.",
    },
    { input: "Twice&amp;nbsp;encoded &amp;amp; worn.", output: "Twice encoded & worn." },
    { input: "The draught was &lt; 3 m.", output: "The draught was < 3 m." },
  ],
  leavesAlone: [
    "In HTML one writes &amp; for the ampersand.",
    "The firm of A&B; a firm like R&D is no entity, nor is &unknownname; here.",
    "It showed &lt;b&gt; and no more.",
    "Old pages put &lt;center&gt; around it.\n\nThat&#39;s how HTML was written then.",
  ],
});

/** Longest name of the HTML standard, `CounterClockwiseContourIntegral`, and seven digits. */
const REFERENCE = /&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});/g;

const ENCODED_TAG = /&lt;[a-z/!]/i;

/** Decodes character references, also doubly encoded ones, unless the text speaks of markup or a tag would come of it. */
export const entities: DocumentStage = {
  name: "entities",
  rules: [rule],
  cap: 0.95,
  rounds: 4,
  *plan(document) {
    if (isAboutMarkup(document)) return;
    for (const block of document.blocks) {
      if (block.kind === "code" || !holds(block, AMPERSAND)) continue;
      const edits = [...decodeIn(block)];
      if (edits.length > 0 && !showsInlineCode(block.text) && !discussesMarkup(block.text.replace(REFERENCE, " ")))
        yield* edits;
    }
  },
};

/** A text that shows encoded tags and speaks of markup, even elsewhere, may mean each of its references. */
function isAboutMarkup({ blocks }: Document): boolean {
  if (!blocks.some((block) => holds(block, AMPERSAND) && ENCODED_TAG.test(block.text))) return false;
  return blocks.some(({ text }) => discussesMarkup(text.replace(REFERENCE, " ")));
}

function* decodeIn(block: Parameters<typeof replaceWithin>[0]): Iterable<Edit> {
  for (const { 0: reference, index } of block.text.matchAll(REFERENCE)) {
    const decoded = decodeHTMLStrict(reference);
    const end = index + reference.length;
    if (decoded === reference || (decoded === "<" && /^[a-z/!]/i.test(block.text.slice(end)))) continue;
    if (decoded === ">" && /[a-z"'/]$/i.test(block.text.slice(Math.max(0, index - 1), index))) continue;
    yield replaceWithin(block, index, end, decoded, rule);
  }
}
