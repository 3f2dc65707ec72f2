import type { Metadata } from "../core/document.ts";
import { type Edit, type Note, note, remove } from "../core/edit.ts";
import type { Rule } from "../core/rule.ts";
import type { Span } from "../core/span.ts";
import type { DocumentStage } from "../core/stage.ts";
import { articleCaptions } from "./captions.ts";
import { boilerplate, caption, extractRules, header, noArticle, noContent, siteRule } from "./extract-rules.ts";
import type { Choice } from "./extractor.ts";
import type { Page } from "./page.ts";
import type { PageBlock } from "./page-blocks.ts";
import { removalReasons } from "./removal-reason.ts";
import { isTitle } from "./titles.ts";

/** Options of this stage. */
export interface CaptionOptions {
  /** The captions of figures and tables in the article stay, whatever the extractor says; HTML only. */
  readonly captions?: boolean;
}

/** Longer headings are no titles. */
const LONGEST_TITLE = 500;

/** What `applyEdits` needs to know of the stage. It may take all of a page: many pages are mostly furniture. */
export const extraction: Pick<DocumentStage, "name" | "rules" | "cap"> = {
  name: "extract",
  rules: extractRules,
  cap: 1,
};

/**
 * Plans what leaves a page: one edit for every block outside of an extractor's choice, and for every dropped run inside
 * a block that is kept in part. A heading before the article that says the page's title stays, so that the title stage
 * can lift it: extractors drop it as a repetition.
 */
export function* planExtraction(
  page: Page,
  choice: Choice | undefined,
  metadata: Metadata,
  { captions = false }: CaptionOptions = {},
): Generator<Edit | Note> {
  const whole = { start: 0, end: page.html.length };
  if (!choice) {
    yield note(whole, noArticle);
    return;
  }
  const first = page.blocks.findIndex((block) => isKept(block, choice));
  if (first < 0) yield note(whole, noContent);
  const title = first < 0 ? undefined : titleBefore(page.blocks, first, metadata.title);
  const reasonOf = reasonsWithCaptions(page, choice);
  for (const [index, block] of page.blocks.entries()) {
    if (index === title) continue;
    const rule = reasonOf(index);
    if (captions && rule === caption && !isNamed(block, choice)) continue;
    const score = choice.scores && rounded(1 - choice.scores[index]!);
    for (const { span, named } of removals(block, choice))
      yield named ? remove(span, siteRule) : { ...remove(span, rule), ...(score !== undefined && { score }) };
  }
}

/** A part of a block that goes; `named` where a rule of the user's says so. */
interface Removal {
  readonly span: Span;
  readonly named: boolean;
}

function removals(block: PageBlock, choice: Choice): readonly Removal[] {
  if (isNamed(block, choice) || isKept(block, choice)) return droppedRuns(block, choice);
  return [{ span: block, named: false }];
}

function isNamed({ runs }: PageBlock, { dropped }: Choice): boolean {
  return dropped !== undefined && runs.some(({ node }) => dropped.has(node));
}

/** Why a block goes. A caption of the article goes as such, unless what it stands in is furniture by name. */
function reasonsWithCaptions({ measured, blocks }: Page, choice: Choice): (index: number) => Rule {
  const reasonOf = removalReasons(measured);
  const captions = articleCaptions(measured, (index) => isKept(blocks[index]!, choice));
  return (index) => {
    const rule = reasonOf(index);
    const isPlain = rule === boilerplate || rule === header;
    return isPlain && captions.has(index) && !isKept(blocks[index]!, choice) ? caption : rule;
  };
}

/** Enough digits to read, and the same on every machine. */
function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

function isKept(block: PageBlock, { kept }: Choice): boolean {
  return block.runs.some(({ node }) => kept.has(node));
}

/** Neighbouring runs that were not chosen, and that go for the same reason, as one span each. */
function droppedRuns({ runs }: PageBlock, { kept, dropped }: Choice): readonly Removal[] {
  const removed: Removal[] = [];
  let open: Removal | undefined;
  for (const { node, start, end } of runs) {
    const named = dropped?.has(node) === true;
    if (kept.has(node)) open = undefined;
    else {
      if (open?.named === named) removed.pop();
      open = { span: { start: open?.named === named ? open.span.start : start, end }, named };
      removed.push(open);
    }
  }
  return removed;
}

/** Index of the last title heading before block `first`; none where the kept text begins with the title itself. */
function titleBefore(blocks: readonly PageBlock[], first: number, title: string | undefined): number | undefined {
  if (title === undefined || saysTitle(blocks[first]!, title)) return undefined;
  const index = blocks.slice(0, first).findLastIndex((block) => block.kind === "heading" && saysTitle(block, title));
  return index < 0 ? undefined : index;
}

function saysTitle({ text }: PageBlock, title: string): boolean {
  return text.length <= LONGEST_TITLE && isTitle(text, title);
}
