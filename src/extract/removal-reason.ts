import type { Rule } from "../core/rule.ts";
import { TAG } from "../html/tags.ts";
import {
  boilerplate,
  comments,
  footer,
  form,
  header,
  navigation,
  notice,
  related,
  share,
  sidebar,
} from "./extract-rules.ts";
import { NAME_CLASSES, type NameClass } from "./name-classes.ts";
import type { MeasuredPage } from "./page-measures.ts";

/** An element with a larger part of the page's words is named for something else: `has-sidebar` on a body. */
const LARGEST_PART = 0.6;

const BY_TAG: ReadonlyMap<number, Rule> = new Map([
  [TAG.nav, navigation],
  [TAG.footer, footer],
  [TAG.header, header],
  [TAG.aside, sidebar],
  [TAG.form, form],
  [TAG.dialog, notice],
]);

/** The more telling name first: an element may have several. */
const BY_NAME: readonly (readonly [NameClass, Rule])[] = [
  ["notice", notice],
  ["comment", comments],
  ["share", share],
  ["related", related],
  ["popular", related],
  ["nav", navigation],
  ["pager", navigation],
  ["footer", footer],
  ["sidebar", sidebar],
  ["form", form],
  ["header", header],
];

const BITS: readonly (readonly [number, Rule])[] = BY_NAME.map(([name, rule]) => [
  1 << NAME_CLASSES.indexOf(name),
  rule,
]);

/** The rule that a reader of the ledger would expect for a block that is not kept: by the nearest element that says it. */
export function removalReason({ outline, blocks, elements }: MeasuredPage, block: number): Rule {
  const most = (elements.words[0] ?? 0) * LARGEST_PART;
  for (let rank = blocks.host[block]!; rank >= 0; rank = outline.parent[rank]!) {
    if (elements.words[rank]! > most) break;
    const rule = BITS.find(([bit]) => (elements.names[rank]! & bit) !== 0)?.[1] ?? BY_TAG.get(outline.tag[rank]!);
    if (rule) return rule;
  }
  return boilerplate;
}
