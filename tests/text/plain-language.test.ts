import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { eld } from "eld/extrasmall";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGE_SAMPLE } from "../../src/text/detect-language.ts";
import { plainLanguage } from "../../src/text/plain-language.ts";
import { SMALL_WORDS } from "../../src/text/small-words.ts";
import { PASSAGES } from "../passages.ts";

const data = fileURLToPath(new URL("../../../shared/bench", import.meta.url));
const missing = !existsSync(data);
if (missing) console.info(`skipped: the benchmark pages are not at ${data}`);

/** The codes that are told: of Norwegian and Chinese the language only. */
const told = (lang: string): string => (lang === "nb" ? "no" : lang.slice(0, 2));
const passage = (lang: string): string => PASSAGES.find((one) => one.lang === lang)?.text ?? expect.fail(lang);

interface Page {
  readonly html: string;
  readonly gold?: string;
  readonly lang?: string | null;
}

/** Stretches of the golds, as long as what a language is told by, with the page that each is of. */
function* stretches(file: string): Iterable<readonly [text: string, page: Page]> {
  for (const line of gunzipSync(readFileSync(`${data}/${file}`))
    .toString()
    .trim()
    .split("\n")) {
    const page = JSON.parse(line) as Page;
    const text = (page.gold ?? "").replace(/\s+/g, " ");
    for (let at = 0; at < Math.min(text.length, 6000); at += LANGUAGE_SAMPLE)
      yield [text.slice(at, at + LANGUAGE_SAMPLE), page];
  }
}

/** Whether the publisher, the page itself or eld, by a part or by all of the text, says the same. */
function isSupported(lang: string, text: string, page: Page): boolean {
  const declared = /<html[^>]*\blang=["']?([a-z]+)/i.exec(page.html)?.[1];
  if ([page.lang, declared].some((one) => one != null && told(one.toLowerCase()) === lang)) return true;
  return [text.slice(-160), text].some((part) => eld.detect(part).language === lang);
}

describe("plainLanguage", () => {
  it("is right of every passage that it says something of", () => {
    const known = PASSAGES.filter(({ text }) => plainLanguage(text) !== undefined);
    expect(known.map(({ text }) => plainLanguage(text))).toEqual(known.map(({ lang }) => told(lang)));
    expect(known.length).toBeGreaterThan(22);
  });

  it("is right of every piece of a passage that it says something of", () => {
    let count = 0;
    for (const { lang, text } of PASSAGES)
      for (let at = 0; at + 100 <= text.length; at += 7) {
        const plain = plainLanguage(text.slice(at, at + 100));
        if (plain !== undefined) expect(plain, text.slice(at, at + 100)).toBe(told(lang));
        if (plain !== undefined) count++;
      }
    expect(count).toBeGreaterThan(100);
  });

  it.each([
    "",
    "The end of the line",
    "Hollin Marrowby Cestra Yeverskold ".repeat(10),
    "the the the the the the the the the the the the the the the the",
    "for (const a of list) if (a.is(b)) return this; ".repeat(3),
    `${passage("en")} ${passage("de")}`,
    `${passage("es")} ${passage("pt")}`,
    `${passage("el")} ${passage("ru")}`,
    "Ελληνικά",
  ])("says nothing of %j", (text) => {
    expect(plainLanguage(text)).toBeUndefined();
  });

  it("looks over names and titles of other languages", () => {
    expect(plainLanguage(`${passage("de")} The Lord of the Rings`)).toBe("de");
    expect(plainLanguage(`${passage("en")} „Der Zauberberg“ und «À la recherche»`)).toBe("en");
    expect(plainLanguage(`${passage("ja")} Hollin Marrowby`)).toBe("ja");
    expect(plainLanguage(`${passage("el")} (The Times)`)).toBe("el");
    expect(plainLanguage(passage("de").toUpperCase())).toBe("de");
  });

  it("gives the same answer whatever it read before, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 9000 }), (text) => {
        const first = plainLanguage(text);
        plainLanguage(passage("fr"));
        expect(plainLanguage(text)).toBe(first);
      }),
    );
  });

  it.skipIf(missing)("agrees with publishers, pages or eld wherever it says something of a real article", () => {
    let [count, answered, supported] = [0, 0, 0];
    for (const file of ["fundus-dev.jsonl.gz", "cleaneval-dev.jsonl.gz"])
      for (const [text, page] of stretches(file)) {
        count++;
        const plain = plainLanguage(text);
        if (plain === undefined) continue;
        answered++;
        if (isSupported(plain, text, page)) supported++;
      }
    expect(answered / count).toBeGreaterThan(0.85);
    expect(supported / answered).toBeGreaterThanOrEqual(0.999);
  });
});

describe("SMALL_WORDS", () => {
  it("are in lower case, composed, and of letters that make words", () => {
    for (const list of Object.values(SMALL_WORDS)) {
      expect(list).toBe(list.toLowerCase().normalize("NFC"));
      expect(list).toMatch(/^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)*$/u);
      expect(new Set(list.split(" ")).size).toBe(list.split(" ").length);
    }
  });
});
