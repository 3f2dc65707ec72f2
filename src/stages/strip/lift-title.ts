import type { Block } from "../../core/block.ts";
import type { Document } from "../../core/document.ts";
import { note, remove } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { foldWords } from "../../text/fold.ts";
import { isProse, mayBeHeadline } from "../../text/prose.ts";
import { collapseWhitespace } from "../../text/whitespace.ts";
import { type PackOptions, phrasebooksOf } from "./phrasebooks.ts";

const PROSE = "The quay was shut on Monday, and nobody could say for how long it would be.";

const rule: Rule = defineRule({
  id: "title/lifted",
  summary: "the headline, moved to the record's title",
  lifts: "title",
  changes: [{ input: `Quay at Port Ellery to Stay Shut for Repairs\n\n${PROSE}`, output: PROSE }],
  leavesAlone: [
    `${PROSE}\n\n${PROSE.replace("Monday", "Friday")}`,
    `- Bread and salt for the quay\n\n${PROSE}`,
    "Quay at Port Ellery to Stay Shut for Repairs",
    `Politics\n\n${PROSE}`,
    `Key takeaways\n\n${PROSE}`,
    `Tuesday, 4 March 2025\n\n${PROSE}`,
  ],
});

/** Options of this stage. */
export interface TitleOptions extends PackOptions {
  /** The title stays the first block as well. */
  readonly keepTitle?: boolean;
}

const MARKDOWN_HEADING = /^#{1,6} /;

/** Takes the headline off the top, where prose follows it; a title that is known already is looked for, not guessed. */
export const liftTitle: DocumentStage<TitleOptions> = {
  name: "lift-title",
  rules: [rule],
  cap: 0.5,
  // Above the article and in it again.
  rounds: 2,
  *plan(document, options) {
    const [block, ...rest] = document.blocks;
    if (!block || !rest.some(({ text }) => isProse(text))) return;
    const { title } = document.metadata;
    if (!(title === undefined ? couldBeTitle(document, block, rest[0]!, options) : saysTheSame(title, block.text)))
      return;
    const lifted = collapseWhitespace(block.text).replace(MARKDOWN_HEADING, "");
    yield { ...(options.keepTitle ? note(block, rule) : remove(block, rule)), lifted };
  },
};

function couldBeTitle(document: Document, { kind, text }: Block, next: Block, options: PackOptions): boolean {
  if ((kind !== "paragraph" && kind !== "heading") || next.text.length <= text.length / 2) return false;
  if (!mayBeHeadline(text)) return false;
  const { lexicon, titleJudge } = phrasebooksOf(options).bookFor(document);
  return !titleJudge.isNoTitle(text) && !lexicon.match(text);
}

/** Whether a line is a title, but for punctuation and case. */
export function saysTheSame(title: string, text: string): boolean {
  return text.length <= 2 * title.length + 20 && foldWords(text).join(" ") === foldWords(title).join(" ");
}
