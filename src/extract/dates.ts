import { monthNumber } from "./month-names.ts";

const WEEKDAY = String.raw`(?:\p{L}+,?\s+)?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const NAME = String.raw`(?<name>\p{L}[\p{L}\p{M}]*)`;
const REST = String.raw`(?<year>\d{4})(?:,?\s+(?:at\s+)?(?<time>\d.*))?$`;
const ISO =
  /^(?<year>\d{4})(?:(?<part>[-/.])(?<month>\d{1,2})(?:\k<part>(?<day>\d{1,2}))?)?(?:(?:T|\s+)(?<time>\d.*))?$/i;
const BASIC = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T(?<time>\d.*))?$/i;
const DAY_FIRST: RegExp = new RegExp(
  String.raw`^${WEEKDAY}${DAY}\.?\s+(?:de\s+)?${NAME}\.?,?\s+(?:de\s+)?${REST}`,
  "iu",
);
const MONTH_FIRST: RegExp = new RegExp(String.raw`^${WEEKDAY}${NAME}\.?\s+${DAY},?\s+${REST}`, "iu");
const TIME =
  /^(?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?<fraction>[.,]\d{1,9})?)?\s*(?:(?<zone>Z|UTC|GMT)|(?:GMT|UTC)?(?<offset>[+-]\d{2}(?::?\d{2})?))?(?:(?<=\S)\s+\([^()]*\))?$/i;

/**
 * A date as ISO 8601, exactly as it was stated: a date without a time stays without, a zone is kept and none invented.
 * Understands ISO 8601 in its usual spellings, the dates of e-mail headers, and dates with a month name in English or
 * the language given (BCP 47); answers `undefined` for anything else, also for `03/04/2024`, which reads differently in
 * different countries.
 */
export function isoDate(text: string, lang?: string): string | undefined {
  const stated = text.trim();
  const match = ISO.exec(stated) ?? BASIC.exec(stated) ?? DAY_FIRST.exec(stated) ?? MONTH_FIRST.exec(stated);
  if (!match?.groups) return undefined;
  const { year, month, name, day, time } = match.groups as Partial<Record<string, string>>;
  const date = dateOf(Number(year), name === undefined ? month : String(monthNumber(name, lang)), day);
  if (date === undefined || time === undefined) return date;
  const clock = timeOf(time);
  return clock === undefined || day === undefined ? undefined : `${date}T${clock}`;
}

/** Years before printing are the placeholders of content systems, such as `0001-01-01`. */
export function dateOf(year: number, month: string | undefined, day: string | undefined): string | undefined {
  if (year < 1400 || year > 2999) return undefined;
  if (month === undefined) return String(year);
  if (!(Number(month) >= 1 && Number(month) <= 12)) return undefined;
  const date = `${year}-${month.padStart(2, "0")}`;
  if (day === undefined) return date;
  const last = new Date(Date.UTC(year, Number(month), 0)).getUTCDate();
  return Number(day) < 1 || Number(day) > last ? undefined : `${date}-${day.padStart(2, "0")}`;
}

function timeOf(text: string): string | undefined {
  const parts = TIME.exec(text.trim())?.groups;
  if (!parts) return undefined;
  const { hour, minute, second, fraction = "", zone, offset } = parts as Partial<Record<string, string>>;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return undefined;
  const place = offset === undefined ? (zone === undefined ? "" : "Z") : offsetOf(offset);
  if (place === undefined) return undefined;
  return `${hour}:${minute}${second === undefined ? "" : `:${second}`}${fraction.replace(",", ".")}${place}`;
}

function offsetOf(offset: string): string | undefined {
  const hours = offset.slice(1, 3);
  const minutes = offset.slice(3).replace(":", "") || "00";
  return Number(hours) > 14 || Number(minutes) > 59 ? undefined : `${offset[0]}${hours}:${minutes}`;
}
