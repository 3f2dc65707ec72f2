const ENGLISH = "en";

/** By language; there are never more than `Intl` knows. */
const known = new Map<string, ReadonlySet<string>>();

/**
 * Lower-case names and abbreviations of months and weekdays in English and in a language (BCP 47); in one that `Intl`
 * does not know, those of English.
 */
export function dateWords(lang: string = ENGLISH): ReadonlySet<string> {
  const language = languageOf(lang);
  const words = known.get(language) ?? new Set([...namesIn(ENGLISH), ...namesIn(language)]);
  known.set(language, words);
  return words;
}

function languageOf(lang: string): string {
  try {
    const { language } = new Intl.Locale(lang);
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0 ? language : ENGLISH;
  } catch {
    // What a page declares as its language need not be one.
    return ENGLISH;
  }
}

function* namesIn(language: string): Iterable<string> {
  for (const form of ["long", "short"] as const) {
    // Beside a day many languages decline the month; alone they do not.
    for (const options of [{ month: form }, { month: form, day: "numeric" }, { weekday: form }] as const) {
      const format = new Intl.DateTimeFormat(language, { ...options, calendar: "gregory", timeZone: "UTC" });
      for (let i = 0; i < 12; i++) {
        const parts = format.formatToParts("month" in options ? Date.UTC(2000, i) : Date.UTC(2000, 0, 1 + i));
        for (const { type, value } of parts) if (type === "month" || type === "weekday") yield* fold(value);
      }
    }
  }
}

/** Where a month is a number with a sign, as in Chinese, it has no word of its own. */
function fold(name: string): string[] {
  const word = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[.\u200f]/g, "");
  return /^[\p{L}\p{M}]+$/u.test(word) ? [word] : [];
}
