import { type Block, holds } from "../../core/block.ts";
import { type Edit, replaceWithin } from "../../core/edit.ts";
import { defineRule, type Rule } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { discussesMarkup } from "../../text/code.ts";
import { GREATER, LESS } from "../../text/marks.ts";
import { findTags, hasBareAttribute, type Tag } from "../../text/tags.ts";

const stray: Rule = defineRule({
  id: "repair/stray-tag",
  summary: "an HTML tag or comment that was left in the text; what it encloses stays",
  changes: [
    {
      input: "<p>The <strong>quay</strong> was shut.<br />Nobody came.</p>",
      output: "The quay was shut. Nobody came.",
    },
    { input: 'It is <a href="/port" rel="tag">the port</a> of old.', output: "It is the port of old." },
    { input: "The quay<!-- more --> was shut.", output: "The quay was shut." },
  ],
  leavesAlone: [
    "Wrap the words in a <strong> tag to make them bold: <strong>so</strong>.",
    "For all x < y and y > z the sum <n> is kept.",
    "He wrote to <clerk@harbour.example> twice.",
  ],
});

const half: Rule = defineRule({
  id: "repair/half-tag",
  summary: "the torn end or beginning of a tag, beside other broken markup",
  changes: [
    { input: "<p>The ferry</p> was late /a> and wet.<br", output: "The ferry was late and wet." },
    { input: "<p>The ferry</p> was <strong>late.", output: "The ferry was late." },
  ],
  leavesAlone: [
    "The path was src/a> in the shell.",
    "Less is more: 3 <b.",
    "It was <strong>late.",
    "For all x <b and y> c it holds.",
  ],
});

const script: Rule = defineRule({
  id: "repair/script",
  summary: "a script or style element with its contents, left in the text",
  changes: [
    {
      input: "The quay was shut.\n\n<script>track('quay');</script>\n\nNobody came.",
      output: "The quay was shut.\n\nNobody came.",
    },
  ],
  leavesAlone: ["The script said <pause> and the actors waited."],
});

const TORN = /\s?\/(?:a|b|i|em|p|li|div|span|strong)>(?![\w/])|<\/?(?:a|br|p|div|span|li|strong|em)?\s?$/g;

const SCRIPTS: ReadonlySet<string> = new Set(["script", "style"]);

/** Unwraps known tags in prose. Texts that speak of markup or show code are left as they are. */
export const strayTags: DocumentStage = {
  name: "stray-tags",
  rules: [stray, half, script],
  cap: 0.95,
  *plan(document) {
    if (!document.blocks.some((block) => mayHoldTag(block))) return;
    if (document.blocks.some((block) => block.kind === "code" || discussesMarkup(withoutTags(block)))) return;
    let found = document.edits.length > 0;
    for (const block of document.blocks) {
      const all = mayHoldTag(block) ? findTags(block.text) : [];
      const tags = balanced(all);
      found ||= tags.length > 0;
      for (const tag of tags) yield unwrap(block, tag, SCRIPTS.has(tag.name) ? script : stray);
      if (!found) continue;
      const whole = new Set(tags);
      // A lone tag counts beside other markup.
      for (const tag of all)
        if (!whole.has(tag) && !hasBareAttribute(block.text.slice(tag.start, tag.end))) yield unwrap(block, tag, half);
      yield* tornTags(block, all);
    }
  },
};

function mayHoldTag(block: Block): boolean {
  return holds(block, LESS) || (holds(block, GREATER) && block.text.includes("/a>"));
}

/** The words of a block: a tag's own name must not count as talk of markup. */
function withoutTags(block: Block): string {
  if (!mayHoldTag(block)) return block.text;
  let words = "";
  let position = 0;
  for (const { start, end } of findTags(block.text)) {
    words += `${block.text.slice(position, start)} `;
    position = end;
  }
  return words + block.text.slice(position);
}

/** Void tags and comments stand alone; of the others only those count whose names open as often as they close. */
function balanced(tags: readonly Tag[]): Tag[] {
  const depth = new Map<string, number>();
  for (const tag of tags)
    if (tag.kind !== "void") depth.set(tag.name, (depth.get(tag.name) ?? 0) + (tag.kind === "open" ? 1 : -1));
  return tags.filter((tag) => tag.kind === "void" || depth.get(tag.name) === 0);
}

/** Tags that part words or lines leave a space, so that nothing runs together. */
function unwrap(block: Block, tag: Tag, rule: Rule): Edit {
  const apart = tag.separates && tag.start > 0 && tag.end < block.text.length && /\S/.test(block.text[tag.start - 1]!);
  return replaceWithin(block, tag.start, tag.end, apart ? " " : "", rule);
}

function* tornTags(block: Block, whole: readonly Tag[]): Iterable<Edit> {
  if (!/\/\w{1,6}>|<\/?\w{0,6}\s?$/.test(block.text)) return;
  for (const { 0: text, index } of block.text.matchAll(TORN)) {
    const end = index + text.length;
    if (whole.some((tag) => tag.start < end && tag.end > index)) continue;
    if (/\s/.test(text[0]!) || index === 0 || text[0] === "<") yield replaceWithin(block, index, end, "", half);
  }
}
