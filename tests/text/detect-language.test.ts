import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../src/text/detect-language.ts";
import { PASSAGES } from "../passages.ts";

const file = fileURLToPath(new URL("../../../shared/bench/fundus-dev.jsonl.gz", import.meta.url));
const missing = !existsSync(file);
if (missing) console.info(`skipped: the benchmark pages are not at ${file}`);

/** The codes that are told: of Norwegian and Chinese the language only. */
const told = (lang: string): string => (lang === "nb" ? "no" : lang.slice(0, 2));

/** Pieces of so many characters, each with its language. */
function pieces(length: number): readonly (readonly [string, string])[] {
  return PASSAGES.flatMap(({ lang, text }) => {
    const characters = [...text];
    const whole = Math.floor(characters.length / length);
    return Array.from(
      { length: whole },
      (_, i) => [lang, characters.slice(i * length, (i + 1) * length).join("")] as const,
    );
  });
}

describe("detectLanguage", () => {
  it.each(PASSAGES.map(({ lang, text }) => [lang, text]))("tells a paragraph of %s, and is sure", (lang, text) => {
    const detected = detectLanguage(text);
    expect(detected?.lang).toBe(told(lang));
    expect(detected?.confidence).toBeGreaterThan(0.9);
  });

  it.each([
    [50, 0.99],
    [25, 0.94],
    [12, 0.7],
  ])("tells pieces of %i characters", (length, floor) => {
    const all = pieces(length);
    const right = all.filter(([lang, text]) => detectLanguage(text)?.lang === told(lang));
    expect(all.length).toBeGreaterThan(100);
    expect(right.length / all.length).toBeGreaterThan(floor);
  });

  it("is right as often as its confidence says", () => {
    const all = [10, 15, 20, 30, 50].flatMap(pieces).flatMap(([lang, text]) => {
      const detected = detectLanguage(text);
      return detected ? [{ ...detected, right: detected.lang === told(lang) }] : [];
    });
    for (const [low, high] of [
      [0.5, 0.9],
      [0.9, 1],
    ] as const) {
      const some = all.filter(({ confidence }) => confidence >= low && confidence < high);
      const share = some.filter(({ right }) => right).length / some.length;
      expect(some.length).toBeGreaterThan(100);
      expect(share).toBeGreaterThan(low);
    }
  });

  it.each(["", " \n", "12 345", "— … !"])("tells nothing of %j", (text) => {
    expect(detectLanguage(text)).toBeUndefined();
  });

  it("gives the same answer twice, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 800 }), (text) => {
        expect(detectLanguage(text)).toEqual(detectLanguage(text));
      }),
    );
  });

  it.skipIf(missing)("agrees with the publishers of real articles", () => {
    const pages = gunzipSync(readFileSync(file)).toString().trim().split("\n");
    const texts = pages.map((line) => JSON.parse(line) as { lang: string; gold: string });
    const right = texts.filter(({ lang, gold }) => detectLanguage(gold)?.lang === told(lang));
    // What is left are pages whose publisher's language is not their own, such as English for Tagalog.
    expect(right.length / texts.length).toBeGreaterThan(0.92);
  });
});
