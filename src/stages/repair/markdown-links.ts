import { type Block, holds } from "../../core/block.ts";
import { note, replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { showsInlineCode } from "../../text/code.ts";
import { findMarkdownDebris } from "../../text/markdown-debris.ts";
import { CLOSING_BRACKET } from "../../text/marks.ts";

const torn: Rule = defineRule({
  id: "repair/markdown-link",
  summary: "the address of a Markdown link that was torn apart within a word, where the address names the word",
  changes: [
    { input: "The bes](https://quay.example/the-best)t bell of all.", output: "The best bell of all." },
    { input: "The ferry](https://quay.example/ferry/) was late.", output: "The ferry was late." },
  ],
  leavesAlone: [
    "The [best](https://quay.example/best) bell of all.",
    "The bes](https://quay.example/quay)t bell of all.",
    "Type `bes](https://quay.example/best)t` to see it.",
  ],
});

const left: Rule = defineRule({
  id: "repair/markdown-residue",
  summary: "the address of a Markdown link whose beginning is lost; it stays, and the record is flagged",
  flag: "markdown-residue",
  changes: [
    {
      input: "The bes](https://quay.example/quay)t bell of all.",
      output: "The bes](https://quay.example/quay)t bell of all.",
    },
  ],
  leavesAlone: ["The [best](https://quay.example/best) bell (of all).", "a[i](x) and f](y)"],
});

/** Takes out the torn addresses of Markdown links where it is proven what stood there. */
export const markdownLinks: DocumentStage = {
  name: "markdown-links",
  rules: [torn, left],
  cap: 0.95,
  *plan(document) {
    for (const block of document.blocks) {
      if (!mayHoldLink(block)) continue;
      for (const { start, end, proven } of findMarkdownDebris(block.text))
        yield proven ? replaceWithin(block, start, end, "", torn) : note(block, left);
    }
  },
};

function mayHoldLink(block: Block): boolean {
  const { text, kind } = block;
  return kind !== "code" && holds(block, CLOSING_BRACKET) && text.includes("](http") && !showsInlineCode(text);
}
