import { holds } from "../../core/block.ts";
import { replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { BIDI } from "../../text/marks.ts";

const rule: Rule = defineRule({
  id: "normalise/bidi",
  summary: "a mark for the direction of writing in a line that has only one, or one whose partner is missing",
  changes: [
    { input: "The \u200eharbour\u200f of \u202aEllery\u202c.", output: "The harbour of Ellery." },
    { input: "מספר \u2068A7 נמצא כאן.", output: "מספר A7 נמצא כאן." },
  ],
  leavesAlone: ["מספר \u2068A7\u2069 נמצא כאן.\u200f", "The word \u2067שלום\u2069 means peace."],
});

const MARK = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** What begins an embedding or an isolate, with what ends it. */
const PARTNERS: ReadonlyMap<string, string> = new Map([
  ...["\u202a", "\u202b", "\u202d", "\u202e"].map((opener) => [opener, "\u202c"] as const),
  ...["\u2066", "\u2067", "\u2068"].map((opener) => [opener, "\u2069"] as const),
]);
const CLOSERS: ReadonlySet<string> = new Set(PARTNERS.values());

/** Removes marks of direction where they do nothing. In a text of both directions paired ones and lone marks stay. */
export const bidi: DocumentStage = {
  name: "bidi",
  rules: [rule],
  cap: 1,
  *plan(document) {
    for (const block of document.blocks) {
      if (block.kind === "code" || !holds(block, BIDI)) continue;
      const marks = Array.from(block.text.matchAll(MARK), ({ 0: mark, index }) => ({ mark, index }));
      const mixed = RIGHT_TO_LEFT.test(block.text.replace(MARK, ""));
      for (const { index } of mixed ? unpaired(marks) : marks) yield replaceWithin(block, index, index + 1, "", rule);
    }
  },
};

interface Placed {
  readonly mark: string;
  readonly index: number;
}

/** Openers that nothing closes and closers that close nothing, in order. */
function unpaired(marks: readonly Placed[]): Placed[] {
  const open: Placed[] = [];
  const alone = new Set<Placed>();
  for (const placed of marks) {
    if (PARTNERS.has(placed.mark)) open.push(placed);
    else if (CLOSERS.has(placed.mark)) {
      const partner = open.at(-1);
      if (partner && PARTNERS.get(partner.mark) === placed.mark) open.pop();
      else alone.add(placed);
    }
  }
  for (const placed of open) alone.add(placed);
  return marks.filter((placed) => alone.has(placed));
}
