import { note, replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";

const PROSE = "The quay was shut on Monday, and nobody could say for how long it would be.";

const marker: Rule = defineRule({
  id: "strip/truncation-marker",
  summary: "the note of a feed that it broke the text off here",
  flag: "truncated",
  changes: [
    { input: `${PROSE} The mayor… [+1234 chars]`, output: `${PROSE} The mayor…` },
    { input: `${PROSE} The mayor said [...]`, output: `${PROSE} The mayor said` },
  ],
  leavesAlone: [`${PROSE} The list [+12 more] went on.`, `“We […] will build it,” he said. ${PROSE}`],
});

const ellipsis: Rule = defineRule({
  id: "strip/ellipsis",
  summary: "the text breaks off in an ellipsis; it stays, the record is flagged",
  flag: "truncated",
  changes: [
    {
      input: `${PROSE} The mayor urged all to take a course that could…`,
      output: `${PROSE} The mayor urged all to take a course that could…`,
    },
  ],
  leavesAlone: [`${PROSE} “Well …” he said.`, "One, two, three… and off they went, all of them, to the quay."],
});

const MARKER =
  /(?:\[\s*\+\s*\d{1,3}(?:[,.]?\d{3}){0,2}\s*(?:chars?|characters|words?)\s*\]|\[\s*(?:content |text )?truncated\s*\]|\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\))\s*$/i;
const ELLIPSIS = /[\p{L}\p{M}\p{N},]\s?(?:…|\.\.\.)\s*$/u;
/** What a mark ends in; nearly every text is let go by its end. */
const ENDINGS = ["…", "...", "]", ")"] as const;
/** Shorter last lines that end in an ellipsis are more often teasers or titles. */
const SHORTEST = 60;

/** Flags a text that says of itself that it was cut; only explicit marks count, since many whole texts end without a stop. */
export const truncation: DocumentStage = {
  name: "truncation",
  rules: [marker, ellipsis],
  cap: 0.2,
  *plan(document) {
    const block = document.blocks.at(-1);
    if (!block || block.kind === "code") return;
    const end = block.text.slice(-SHORTEST);
    const ink = end.trimEnd();
    if (!ENDINGS.some((mark) => ink.endsWith(mark))) return;
    const found = MARKER.exec(end);
    const kept = found ? end.slice(0, found.index).trimEnd().length : 0;
    if (kept > 0) yield replaceWithin(block, block.text.length - end.length + kept, block.text.length, "", marker);
    else if (block.text.length >= SHORTEST && ELLIPSIS.test(end)) yield note(block, ellipsis);
  },
};
