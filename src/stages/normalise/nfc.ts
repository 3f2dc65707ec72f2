import { holds } from "../../core/block.ts";
import { replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { BEYOND_LATIN } from "../../text/marks.ts";

const rule: Rule = defineRule({
  id: "normalise/nfc",
  summary: "characters in Unicode's composed form (NFC), so that equal texts are equal",
  changes: [{ input: "The cafe\u0301 of Sa\u0303o Roque.", output: "The café of São Roque." }],
  leavesAlone: ["The ﬁrst ½ of №5 at 20 ㎞, ½ the price.", "Das Café war geschlossen."],
});

/** Characters that compose or reorder together: a base with its marks, or a run of conjoining Hangul letters. */
const CLUSTER = /[\uac00-\ud7a3]?[\u1100-\u11ff]+|\P{M}?\p{M}+|[\u0340-\u{10ffff}]/gu;
/** No writing stacks so many marks (Unicode's stream-safe format allows 30); ordering them takes time squared. */
const MARK_HEAP = /\p{M}{64}/u;

/** Canonical composition only: compatibility forms such as ligatures and fractions mean something and stay. */
export const nfc: DocumentStage = {
  name: "nfc",
  rules: [rule],
  cap: 1,
  *plan(document) {
    for (const block of document.blocks) {
      if (block.kind === "code" || !holds(block, BEYOND_LATIN)) continue;
      if (!MARK_HEAP.test(block.text) && block.text.normalize("NFC") === block.text) continue;
      for (const { 0: cluster, index } of block.text.matchAll(CLUSTER)) {
        const composed = MARK_HEAP.test(cluster) ? cluster : cluster.normalize("NFC");
        if (composed !== cluster) yield replaceWithin(block, index, index + cluster.length, composed, rule);
      }
    }
  },
};
