import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/extract/dates.ts";
import { addressDate, saysUpdated, visibleDate } from "../../src/extract/visible-date.ts";

describe("visibleDate", () => {
  it.each([
    ["5 March 2024", undefined],
    ["March 5, 2024", undefined],
    ["Posted on Mar 5, 2024 at 10:20 PM EST", "en"],
    ["Tuesday, 5th March 2024", "en"],
    ["5. März 2024, 10:20 Uhr", "de"],
    ["Veröffentlicht am 05.03.2024", "de"],
    ["5.3.2024", undefined],
    ["5 mars 2024 à 10h20", "fr"],
    ["05/03/2024", "fr"],
    ["05/03/2024", "en-GB"],
    ["03/05/2024", "en-US"],
    ["5 de marzo de 2024", "es"],
    ["5 de março de 2024", "pt"],
    ["5 marzo 2024", "it"],
    ["5 maart 2024", "nl"],
    ["5 mars 2024", "sv"],
    ["5. maaliskuuta 2024", "fi"],
    ["5 marca 2024", "pl"],
    ["5. března 2024", "cs"],
    ["2024. március 5.", "hu"],
    ["2024 m. kovo 5 d.", "lt"],
    ["5 Mart 2024", "tr"],
    ["5 марта 2024 г., 10:20", "ru"],
    ["5 березня 2024", "uk"],
    ["5 Μαρτίου 2024", "el"],
    ["5 במרץ 2024", "he"],
    ["٥ مارس ٢٠٢٤", "ar"],
    ["5 tháng 3, 2024", "vi"],
    ["5 มีนาคม 2024", "th"],
    ["2024年3月5日 10:20", "ja"],
    ["2024년 3월 5일", "ko"],
    ["2024. 3. 5. 10:20", "ko"],
    ["２０２４年３月５日", "zh"],
    ["2024-03-05T10:20:00Z", "en"],
    ["5 March 2024 (Tuesday 5 March 2024)", "en"],
  ])("finds the day in %s (%s)", (text, lang) => {
    expect(visibleDate(text, lang)).toBe("2024-03-05");
  });

  it.each([
    ["", undefined],
    ["2024", "en"],
    ["March 2024", "en"],
    ["05/03/2024", undefined],
    ["05/03/2024", "en"],
    ["5 März 2024", "fr"],
    ["5 March 2024 – 7 March 2024", "en"],
    ["5 May Day 2024", "en"],
    ["32 March 2024", "en"],
    ["5 March 1724", "en"],
    ["1403/01/05", "fa"],
    ["+49 30 20240305", "de"],
    ["10.5.2.2024", "en"],
    [`The ferry sank on 5 March 2024${" and was raised again".repeat(3)}.`, "en"],
  ])("finds none in %s (%s)", (text, lang) => {
    expect(visibleDate(text, lang)).toBeUndefined();
  });

  it("reads a number above twelve as the day, whatever the language", () => {
    expect(visibleDate("25/03/2024")).toBe("2024-03-25");
    expect(visibleDate("03/25/2024", "fr")).toBe("2024-03-25");
  });

  it("reads what every language writes, and never throws", () => {
    const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2089-12-31"), noInvalidDate: true });
    const lang = fc.constantFrom(
      "de",
      "en",
      "es",
      "fr",
      "it",
      "nl",
      "pl",
      "pt",
      "ru",
      "sv",
      "tr",
      "uk",
      "cs",
      "el",
      "id",
    );
    fc.assert(
      fc.property(day, lang, (date, code) => {
        const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
        const text = new Intl.DateTimeFormat(code, options).format(date);
        expect(visibleDate(text, code), text).toBe(date.toISOString().slice(0, 10));
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("de", "en", "qqq"), (text, code) => void visibleDate(text, code)),
    );
  });
});

it("reads month names of a language given", () => {
  expect(isoDate("5 März 2024", "de")).toBe("2024-03-05");
  expect(isoDate("5 de marzo de 2024 10:20", "es-MX")).toBe("2024-03-05T10:20");
  expect(isoDate("5 März 2024", "fr")).toBeUndefined();
});

it.each([
  ["https://a.example/2024/03/17/title", "2024-03-17"],
  ["https://a.example/news/2024-03-17-title", "2024-03-17"],
  ["https://a.example/20240317/title", "2024-03-17"],
  ["https://a.example/2024/03/17", "2024-03-17"],
  ["https://a.example/2024/03/title", undefined],
  ["https://a.example/2024/13/17/", undefined],
  ["https://a.example/id/202403171", undefined],
  ["https://a.example/?date=2024-03-17", undefined],
])("finds the day in the address %s", (address, day) => {
  expect(addressDate(address)).toBe(day);
});

it("knows a line that says when something was changed", () => {
  for (const line of [
    "Updated: 5 March 2024",
    "Zuletzt aktualisiert am 5.3.2024",
    "Mis à jour le 5 mars 2024",
    "更新：2024年",
  ])
    expect(saysUpdated(line), line).toBe(true);
  for (const line of ["5 March 2024", "Published 5 March 2024", "Veröffentlicht am 5.3.2024"])
    expect(saysUpdated(line), line).toBe(false);
});
