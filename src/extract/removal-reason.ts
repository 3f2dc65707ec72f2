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

/**
 * Tells the rule that a reader of the ledger would expect for a block that is not kept: by the nearest element that says
 * it. What is found on a way up holds for all elements on it, so no way is gone twice.
 */
export function removalReasons(page: MeasuredPage): (block: number) => Rule {
  const { outline, blocks, elements } = page;
  const most = (elements.words[0] ?? 0) * LARGEST_PART;
  const known: (Rule | undefined)[] = new Array<Rule | undefined>(outline.count);
  return (block) => {
    const way: number[] = [];
    let rule: Rule | undefined;
    for (let rank = blocks.host[block]!; !rule; rank = outline.parent[rank]!) {
      if (rank >= 0) way.push(rank);
      if (rank < 0 || elements.words[rank]! > most) rule = boilerplate;
      else rule = known[rank] ?? ownReason(page, rank);
    }
    for (const rank of way) known[rank] = rule;
    return rule;
  };
}

function ownReason({ outline, elements }: MeasuredPage, rank: number): Rule | undefined {
  return BITS.find(([bit]) => (elements.attributes.names[rank]! & bit) !== 0)?.[1] ?? BY_TAG.get(outline.tag[rank]!);
}
