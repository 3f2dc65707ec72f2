import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toRecord } from "../../src/core/record.ts";
import { type Cleaned, cleanHtml, cleanText } from "../../src/index.ts";
import { openVisible } from "../../src/pipeline.ts";
import { verifyDocument } from "../../src/run/verify-document.ts";
import { withoutWhitespace } from "../../src/text/whitespace.ts";
import { documentOf, htmlPage, proseDocument } from "./random-documents.ts";

/** Random documents a property is tried on. */
const RUNS = 10_000;

function problems(content: string, mediaType: "text/plain" | "text/html", cleaned: Cleaned): string[] {
  const origin = { path: "x", mediaType, charset: "utf-8", bytes: 0, sha256: "" };
  const record = toRecord(cleaned, "x", origin);
  const ledger = cleaned.ledger.map((entry) => ({ document: "x", ...entry }));
  return verifyDocument(openVisible({ content, mediaType }, {}), record, ledger);
}

describe("every character is kept or in the ledger", () => {
  it("in text built of prose, noise and debris", () => {
    const rules = new Set<string>();
    fc.assert(
      fc.property(documentOf, (text) => {
        const cleaned = cleanText(text);
        for (const { rule } of cleaned.ledger) rules.add(rule);
        expect(problems(text, "text/plain", cleaned)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    // The documents must be such that there was something to account for.
    expect(rules.size).toBeGreaterThan(20);
  });

  it("in any string at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        expect(problems(text, "text/plain", cleanText(text))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it("in HTML pages", () => {
    fc.assert(
      fc.property(htmlPage, (html) => {
        expect(problems(html, "text/html", cleanHtml(html))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

it.each([
  ["a line break", "<p>The quay was\u00ad<br>shut on Monday, and nobody could say for how long.</p>"],
  ["the gap between two cells", "<table><tr><td>Quay\u00ad<td>shut<tr><td>Mill<td>open\u00ad</table>"],
])("verifies a change that ends where %s stands", (_, html) => {
  const cleaned = cleanHtml(html);
  expect(cleaned.ledger.length).toBeGreaterThan(0);
  expect(problems(html, "text/html", cleaned)).toEqual([]);
});

it("leaves prose without noise untouched", () => {
  fc.assert(
    fc.property(proseDocument, (paragraphs) => {
      const { text, ledger, flags } = cleanText(paragraphs.join("\n\n"));
      expect(ledger).toEqual([]);
      expect(flags).toEqual([]);
      expect(text).toBe(paragraphs.join("\n\n"));
    }),
    { numRuns: RUNS },
  );
});

it("gives the same result when its own output is cleaned again, but for a title that rises", () => {
  fc.assert(
    fc.property(proseDocument, (paragraphs) => {
      const once = cleanText(paragraphs.join("\n")).text;
      expect(cleanText(once).text).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

it("counts the white space it takes", () => {
  fc.assert(
    fc.property(documentOf, (text) => {
      const { ledger, blocks, whitespace } = cleanText(text);
      let accounted = whitespace;
      for (const block of blocks) accounted += block.text.length;
      for (const entry of ledger) accounted += entry.text.length - (entry.replacement?.length ?? 0);
      expect(accounted).toBe(text.length);
      const spaces = [text, ...ledger.map((entry) => entry.replacement ?? "")].join("");
      expect(whitespace).toBeLessThanOrEqual(spaces.length - withoutWhitespace(spaces).length);
    }),
    { numRuns: 2000 },
  );
});
