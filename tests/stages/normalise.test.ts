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

describe("private use", () => {
  it.each([
    ["\ue80b Share \uf0b7 3", "Share 3"],
    ["Open\uf09a", "Open\uf09a"],
    ["\uf09aOpen", "Open"],
    ["\uf001rst of\uf001ce", "\uf001rst of\uf001ce"],
  ])("%j becomes %j", (text, expected) => expect(cleanText(text, { title: "" }).text).toBe(expected));
});

describe("marks of direction", () => {
  const ISOLATES = "\u2066\u2067\u2068\u2069";
  const part = fc.constantFrom("שלום", " ", "mill", "\u200f", "\u202b", "\u202c", ...ISOLATES);
  const balance = (text: string, openers: RegExp, closer: string): boolean => {
    let open = 0;
    for (const mark of text) {
      if (openers.test(mark)) open++;
      else if (mark === closer && --open < 0) return false;
    }
    return open === 0;
  };

  it("are paired in what stays, and gone from lines of one direction", () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 24 }), (parts) => {
        const { text, ledger } = cleanText(`Mill ${parts.join("")} ends`, { title: "" });
        expect(balance(text, /[\u2066-\u2068]/, "\u2069")).toBe(true);
        expect(balance(text, /[\u202a\u202b\u202d\u202e]/, "\u202c")).toBe(true);
        if (!parts.includes("שלום")) expect(text).not.toMatch(/\p{Bidi_Control}/u);
        for (const { rule } of ledger) expect(rule).toBe("normalise/bidi");
      }),
      { numRuns: 2000 },
    );
  });
});

it("finds the case of a broken link’s word that soft hyphens hid", () => {
  const text = 'To hol\u00adlin/" class="x">hol\u00adlin we go. In Hollin it rains.';
  expect(cleanText(text, { title: "" }).text).toBe("To Hollin we go. In Hollin it rains.");
});
