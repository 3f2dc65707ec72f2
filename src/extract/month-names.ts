const ENGLISH = "en";

/** Month numbers by folded name; of a language that `Intl` does not know, those of English. */
const tables = new Map<string, ReadonlyMap<string, number>>();

/**
 * The number, from 1, of a month by its name or usual abbreviation, in English or the language given (BCP 47). English
 * words of three letters only where they are a month and nothing else could be meant; `undefined` for any other word.
 */
export function monthNumber(name: string, lang?: string): number | undefined {
  const word = fold(name);
  return tableOf(ENGLISH).get(word) ?? (lang === undefined ? undefined : tableOf(languageOf(lang)).get(word));
}

/** The order of day, month and year in a language's numeric dates; English has two, so none without its country. */
export function numericOrder(lang: string): "day" | "month" | "year" | undefined {
  const locale = new Intl.Locale(lang);
  if (locale.language === ENGLISH && locale.region === undefined) return undefined;
  const first = new Intl.DateTimeFormat([lang, ENGLISH], { calendar: "gregory" })
    .formatToParts(0)
    .find(({ type }) => type === "day" || type === "month" || type === "year");
  return first?.type as "day" | "month" | "year" | undefined;
}

function tableOf(language: string): ReadonlyMap<string, number> {
  const known = tables.get(language);
  if (known) return known;
  const table = new Map<string, number>();
  // Beside a day many languages decline the month; alone they do not.
  for (const month of ["long", "short"] as const)
    for (const options of [{ month }, { month, day: "numeric" }] as const) addNames(table, language, options);
  if (language === ENGLISH) table.set("sept", 9);
  tables.set(language, table);
  return table;
}

function addNames(table: Map<string, number>, language: string, options: Intl.DateTimeFormatOptions): void {
  const format = new Intl.DateTimeFormat([language, ENGLISH], { ...options, calendar: "gregory", timeZone: "UTC" });
  for (let month = 0; month < 12; month++)
    for (const { type, value } of format.formatToParts(Date.UTC(2000, month, 1)))
      if (type === "month" && /\p{L}/u.test(value)) table.set(fold(value), month + 1);
}

/** The language alone, so that there are never more tables than languages that `Intl` knows. */
function languageOf(lang: string): string {
  const { language } = new Intl.Locale(lang);
  return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0 ? language : ENGLISH;
}

function fold(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[.\u200f]/g, "");
}
