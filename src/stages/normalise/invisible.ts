import { type Block, holds } from "../../core/block.ts";
import { type Edit, replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { INVISIBLE, INVISIBLE_RUN, PRIVATE_USE } from "../../text/marks.ts";

const rule: Rule = defineRule({
  id: "normalise/invisible",
  summary:
    "a character that shows nothing and means nothing here: byte order mark, soft hyphen, zero width space, control",
  changes: [
    { input: "The har\u00adbour\u200b was\ufeff shut.", output: "The harbour was shut." },
    { input: "The bell\u0007 rang.", output: "The bell rang." },
  ],
  leavesAlone: [
    "می\u200cخواهم به خانه بروم",
    "The crew 👩\u200d👩\u200d👧 came\u00a0home.",
    "ผู้\u200bดูแล\u200bท่าเรือ\u200bเปิด\u200bประตู",
  ],
});

const privateUse: Rule = defineRule({
  id: "normalise/private-use",
  summary: "a character without any meaning of its own, as icon fonts use them",
  changes: [{ input: "\ue80b Share of the quay \uf0b7 open", output: "Share of the quay open" }],
  leavesAlone: ["The \uf001rst of the of\uf001cers came.", "川\ue000川の番人"],
});

const ZERO_WIDTH_SPACE = "\u200b";
/** Scripts that part their words with zero width spaces, where they part them at all. */
const PARTED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const PRIVATE_RUN = /[\ue000-\uf8ff]+/g;
const LETTER = /[\p{L}\p{M}]/u;
const INNER_LETTER = /[\p{Ll}\p{Lo}\p{M}]/u;

/** Removes invisible characters and icons from everything but code. */
export const invisible: DocumentStage = {
  name: "invisible",
  rules: [rule, privateUse],
  cap: 1,
  *plan(document) {
    for (const block of document.blocks) {
      if (block.kind === "code" || !holds(block, INVISIBLE | PRIVATE_USE)) continue;
      yield* removeRuns(block, INVISIBLE_RUN, rule, partsWords);
      if (holds(block, PRIVATE_USE)) yield* removeRuns(block, PRIVATE_RUN, privateUse, isInWord);
    }
  },
};

function* removeRuns(
  block: Block,
  pattern: RegExp,
  because: Rule,
  stays: (run: string, before: string, after: string) => boolean,
): Iterable<Edit> {
  const { text } = block;
  for (const { 0: run, index } of text.matchAll(pattern)) {
    const end = index + run.length;
    if (!stays(run, text[index - 1] ?? "", text[end] ?? "")) yield replaceWithin(block, index, end, "", because);
  }
}

function partsWords(run: string, before: string, after: string): boolean {
  return run === ZERO_WIDTH_SPACE && PARTED.test(before) && PARTED.test(after);
}

/** Old fonts put ligatures and rare characters there; what stands for a letter must not go. */
function isInWord(_: string, before: string, after: string): boolean {
  return LETTER.test(before) || INNER_LETTER.test(after);
}
