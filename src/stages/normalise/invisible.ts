import { holds } from "../../core/block.ts";
import { replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { INVISIBLE, INVISIBLE_RUN } from "../../text/marks.ts";

const rule: Rule = defineRule({
  id: "normalise/invisible",
  summary:
    "a character that shows nothing and means nothing here: byte order mark, soft hyphen, zero width space, control",
  changes: [
    { input: "The har\u00adbour\u200b was\ufeff shut.", output: "The harbour was shut." },
    { input: "The bell\u0007 rang.", output: "The bell rang." },
  ],
  leavesAlone: ["می\u200cخواهم به خانه بروم", "The crew 👩\u200d👩\u200d👧 came\u00a0home."],
});

/** Removes invisible characters from everything but code. */
export const invisible: DocumentStage = {
  name: "invisible",
  rules: [rule],
  cap: 1,
  *plan(document) {
    for (const block of document.blocks) {
      if (block.kind === "code" || !holds(block, INVISIBLE)) continue;
      for (const { 0: run, index } of block.text.matchAll(INVISIBLE_RUN))
        yield replaceWithin(block, index, index + run.length, "", rule);
    }
  },
};
