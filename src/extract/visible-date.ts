import { dateOf } from "./dates.ts";
import { monthNumber, numericOrder } from "./month-names.ts";

/** Longer texts are sentences, and the dates of sentences are those of events. */
const LONGEST = 60;
/** The years of the web: what else looks like a date is a calendar other than ours, or a number. */
const YEAR = String.raw`(?<year>(?:19[89]|20\d)\d)`;
const DAY = String.raw`(?<!\d)(?<day>\d{1,2})`;
const NAME = String.raw`(?<name>\p{L}[\p{L}\p{M}]*)`;
const SHAPES: readonly RegExp[] = [
  String.raw`(?<!\d)${YEAR}(?<part>[-/.])\s?(?<month>\d{1,2})\k<part>\s?(?<day>\d{1,2})(?!\d)`,
  String.raw`(?<!\d)${YEAR}\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]`,
  String.raw`${DAY}(?:st|nd|rd|th|\.|er|º|-an)?\s+(?:de\s+|ta['’]\s+|ב)?${NAME}\.?,?\s+(?:de\s+|del\s+)?${YEAR}(?!\d)`,
  String.raw`(?<![\p{L}\p{M}])${NAME}\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+${YEAR}(?!\d)`,
  String.raw`${YEAR}[.,]?\s+(?:m\.\s+)?${NAME}\.?\s+(?<day>\d{1,2})(?!\d)`,
  String.raw`${DAY}\s+tháng\s+(?<month>\d{1,2}),?\s+(?:năm\s+)?${YEAR}(?!\d)`,
].map((shape) => new RegExp(shape, "giu"));
const NUMERIC: RegExp = new RegExp(
  String.raw`(?<![\d.])(?<one>\d{1,2})(?<part>[-/.])\s?(?<two>\d{1,2})\k<part>\s?${YEAR}(?!\d)`,
  "gu",
);

/**
 * The one day that a short text names, such as "Published on 5 March 2024, 10:20", as ISO 8601 without its time; none
 * where it names two or more, or one that can be read in two ways. Month names and the order of numbers are those of the
 * language (BCP 47): without it, English names only and numbers only where one is above twelve.
 */
export function visibleDate(text: string, lang?: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = text.normalize("NFKC").replace(/[^\P{Nd}0-9]/gu, digitOf);
  const days = new Set<string>();
  for (const shape of SHAPES)
    for (const { groups = {} } of plain.matchAll(shape)) {
      const month = groups["month"] ?? String(monthNumber(groups["name"] as string, lang));
      const date = dateOf(Number(groups["year"]), month, groups["day"]);
      if (date !== undefined) days.add(date);
    }
  for (const { groups = {} } of plain.matchAll(NUMERIC)) {
    const date = ofNumbers(groups, lang);
    if (date === undefined) return undefined;
    days.add(date);
  }
  const [day] = days;
  return days.size === 1 ? day : undefined;
}

/** Dots part days from months everywhere; of dashes and slashes the language knows. */
function ofNumbers(groups: Partial<Record<string, string>>, lang: string | undefined): string | undefined {
  const { one, two, part, year } = groups as Readonly<Record<string, string>>;
  const order = part === "." ? "day" : Number(one) > 12 ? "day" : Number(two) > 12 ? "month" : orderIn(lang);
  if (order === "day") return dateOf(Number(year), two, one);
  return order === "month" ? dateOf(Number(year), one, two) : undefined;
}

function orderIn(lang: string | undefined): string | undefined {
  return lang === undefined ? undefined : numericOrder(lang);
}

/** Digits of every script stand in runs of ten, their zero first. */
function digitOf(digit: string): string {
  let zero = digit.codePointAt(0) as number;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (digit.codePointAt(0) as number) - zero < 9) zero--;
  return String((digit.codePointAt(0) as number) - zero);
}

const UPDATED =
  /updat|modified|aktuali|bearbeitet|mis à jour|modifi|actuali[sz]|atuali|aggiornat|bijgewerkt|uppdaterad|oppdatert|opdateret|päivitetty|zaktual|обновл|изменен|оновлен|güncelle|更新|수정|đã cập nhật/iu;

/** Whether a line near a date says that it is the date of a change. */
export function saysUpdated(text: string): boolean {
  return UPDATED.test(text);
}

/** The day in an address, as in `/2024/03/17/` or `/2024-03-17-title`. */
export function addressDate(address: string): string | undefined {
  const groups = /\/(?<year>(?:199|20\d)\d)(?<part>[-/.]?)(?<month>\d{2})\k<part>(?<day>\d{2})(?=[-_/.]|$)/.exec(
    address,
  )?.groups;
  return groups && dateOf(Number(groups["year"]), groups["month"], groups["day"]);
}
