import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "../../src/index.ts";

const INVISIBLE = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]/g;
const marked = fc
  .array(
    fc.constantFrom(
      "e",
      "a",
      "o",
      "\u0301",
      "\u0316",
      "\u0323",
      "\u212b",
      "\u1112",
      "\u1161",
      "\u11ab",
      "한",
      "ﬁ",
      " x ",
      "क",
      "\u093c",
      "\u{1d15e}",
    ),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((parts) => `The wheel ${parts.join("")} turns.`);

describe("canonical composition", () => {
  it("gives NFC, and changes nothing that canonical equivalence does not", () => {
    fc.assert(
      fc.property(marked, (text) => {
        const { text: clean } = cleanText(text);
        expect(clean).toBe(clean.normalize("NFC"));
        expect(clean.replaceAll(" ", "")).toBe(text.normalize("NFC").replaceAll(" ", ""));
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves heaps of marks, which no writing has, as they are", () => {
    const heap = `The a${"\u0301\u0316".repeat(200)} turns.`;
    expect(cleanText(heap)).toMatchObject({ text: heap, ledger: [] });
  });
});

describe("invisible characters", () => {
  it("go, but joiners, emoji and every visible character stay", () => {
    const part = fc.constantFrom(
      "wheel",
      " ",
      "\u200c",
      "\u200d",
      "👩‍👧",
      "می\u200cخواهم",
      "\u00ad",
      "\u200b",
      "\ufeff",
      "\u2060",
      "\u0007",
      "é",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = `Mill ${parts.join("")} ends`;
        const { text: clean } = cleanText(text);
        expect(clean.replaceAll(" ", "")).toBe(text.replace(INVISIBLE, "").replaceAll(" ", ""));
      }),
      { numRuns: 1000 },
    );
  });
});
