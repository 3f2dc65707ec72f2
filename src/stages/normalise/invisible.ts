import { replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { mayBeUnusual } from "../../text/whitespace.ts";

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

/** Zero width joiner and non-joiner are kept: they shape Persian, Indic scripts and emoji. */
const INVISIBLE = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]+/g;

/** Removes invisible characters from everything but code. */
export const invisible: DocumentStage = {
  name: "invisible",
  rules: [rule],
  cap: 1,
  *plan(document) {
    for (const block of document.blocks) {
      if (block.kind === "code" || !mayBeUnusual(block.text)) continue;
      for (const { 0: run, index } of block.text.matchAll(INVISIBLE))
        yield replaceWithin(block, index, index + run.length, "", rule);
    }
  },
};
