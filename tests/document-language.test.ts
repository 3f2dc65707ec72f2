import { describe, expect, it } from "vitest";
import { cleanHtml, cleanText } from "../src/index.ts";
import { PASSAGES } from "./passages.ts";

const passage = (lang: string): string => PASSAGES.find((one) => one.lang === lang)?.text ?? expect.fail(lang);
const page = (declared: string, text: string): string =>
  `<html lang="${declared}"><body><article><p>${text}</p><p>${text}</p></article></body></html>`;

describe("the language of a document", () => {
  it("is detected where a text or a page declares none, with the confidence", () => {
    for (const cleaned of [cleanText(passage("pl")), cleanHtml(`<p>${passage("pl")}</p>`)]) {
      expect(cleaned.lang).toBe("pl");
      expect(cleaned.langConfidence).toBeGreaterThan(0.9);
      expect(cleaned.metadataFrom?.["lang"]).toBe("text");
    }
  });

  it("is left out where there are no words", () => {
    expect(cleanText("1 2 3")).not.toHaveProperty("lang");
    expect(cleanText("1 2 3")).not.toHaveProperty("langConfidence");
  });

  it("is not told by code", () => {
    const code = "    const value = the.other(of, and, to, that, with);\n".repeat(20);
    expect(cleanText(`${passage("de")}\n\n\`\`\`\n${code}\`\`\`\n`).lang).toBe("de");
  });

  it.each([
    ["en", "de"],
    ["en", "ru"],
    ["en-US", "tr"],
    ["de", "en"],
    ["fr", "ru"],
    ["ru", "pl"],
    ["zh", "ko"],
  ])("stays as declared and is flagged: %s for %s", (declared, real) => {
    const cleaned = cleanHtml(page(declared, passage(real).repeat(4)));
    expect(cleaned.lang).toBe(declared);
    expect(cleaned).not.toHaveProperty("langConfidence");
    expect(cleaned.flags).toContain("lang-contradicted");
  });

  it.each([
    ["en", "en"],
    ["en-GB", "en"],
    ["de-AT", "de"],
    ["nn", "nb"],
    ["no", "nb"],
    ["zh-TW", "zh-Hant"],
    ["ja", "ja"],
    ["sr", "sr"],
    ["bs", "hr"],
    ["he", "he"],
    ["iw", "he"],
    ["tlh", "tr"],
  ])("is believed: %s for %s", (declared, real) => {
    expect(cleanHtml(page(declared, passage(real).repeat(2))).flags).not.toContain("lang-contradicted");
  });

  it("is believed where the text is short", () => {
    expect(cleanHtml(`<html lang="en"><p>${passage("ru").slice(0, 100)}</p></html>`).flags).toEqual([]);
  });
});
