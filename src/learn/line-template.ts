import { dateWords } from "../text/date-words.ts";
import { foldWords } from "../text/fold.ts";

/** What stands in a template for the document's own title, for a date, and for a number. */
const TITLE_SLOT = "{title}";
const DATE_SLOT = "{date}";
const NUMBER_SLOT = "0";

/** What of a document its lines are read with. */
export interface TemplateContext {
  /** The folded words of the title, joined by spaces; empty where there is none that could be told from other words. */
  readonly title: string;
  /** In which its dates are written, BCP 47. */
  readonly lang: string | undefined;
}

/** A shorter title could stand in any line. */
const FEWEST_TITLE_WORDS = 2;

export function templateContext({ title, lang }: { title?: string; lang?: string }): TemplateContext {
  const words = title === undefined ? [] : foldWords(title);
  return { title: words.length < FEWEST_TITLE_WORDS ? "" : words.join(" "), lang };
}

/**
 * A line as it recurs: its words in lower case and NFKC, without punctuation, digits as 0, dates and the document's
 * own title as slots. Empty for a line that says nothing of itself: of numbers alone, or of the title alone.
 */
export function lineTemplate(line: string, { title, lang }: TemplateContext): string {
  const words = foldWords(line);
  if (!words.some((word) => word !== NUMBER_SLOT)) return "";
  const template = withDates(words, lang).join(" ");
  if (title === "" || template.length < title.length) return template;
  const slotted = ` ${template} `.replace(` ${title} `, ` ${TITLE_SLOT} `).trim();
  return slotted === TITLE_SLOT ? "" : slotted;
}

/** Names of months and weekdays in a row with a number become one slot. */
function withDates(words: readonly string[], lang: string | undefined): readonly string[] {
  if (!words.includes(NUMBER_SLOT)) return words;
  const dates = dateWords(lang);
  if (!words.some((word) => dates.has(word))) return words;
  const result: string[] = [];
  for (let from = 0, to = 0; from < words.length; from = to) {
    while (to < words.length && (words[to] === NUMBER_SLOT || dates.has(words[to]!))) to++;
    const run = words.slice(from, to);
    const isDate = run.includes(NUMBER_SLOT) && run.some((word) => dates.has(word));
    if (isDate) result.push(DATE_SLOT);
    else if (run.length > 0) result.push(...run);
    else result.push(words[to++]!);
  }
  return result;
}

/** Words of an opening or closing that may recur by itself. */
const RUN_WORDS = 3;
/** Stands in a template for any words. */
export const ANY_SLOT = "{}";

/** The first and the last words of a template that has more, each with a slot for the rest. */
export function runsOf(template: string): readonly string[] {
  const words = template.split(" ");
  if (words.length <= RUN_WORDS) return [];
  return [
    [...words.slice(0, RUN_WORDS), ANY_SLOT],
    [ANY_SLOT, ...words.slice(-RUN_WORDS)],
  ]
    .filter((run) => run.some((word) => word !== NUMBER_SLOT && !word.startsWith("{")))
    .map((run) => run.join(" "));
}

const SLOT = /(\{(?:title|date)?\})/;

/**
 * A template as a person may have written it, in the form that lines are compared in: its words folded, its slots as
 * they are. Empty where it says nothing of a line.
 */
export function foldTemplate(written: string): string {
  const parts = written.split(SLOT).flatMap((part) => (SLOT.test(part) ? part : foldWords(part)));
  return parts.some((part) => part !== NUMBER_SLOT && part !== TITLE_SLOT && part !== ANY_SLOT) ? parts.join(" ") : "";
}
