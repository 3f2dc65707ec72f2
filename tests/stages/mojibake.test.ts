import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "../../src/index.ts";
import { PASSAGES } from "../passages.ts";

/** The text as it looks when its UTF-8 is read as another encoding, several times over. */
function misread(text: string, ...charsets: readonly string[]): string {
  return charsets.reduce((read, charset) => {
    const bytes = new TextEncoder().encode(read);
    // The Encoding Standard takes ISO-8859-1 for windows-1252, so it has no decoder of its own.
    return charset === "iso-8859-1"
      ? Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")
      : new TextDecoder(charset).decode(bytes);
  }, text);
}

const clean = (text: string): string => cleanText(text, { title: "" }).text;
const reasons = (text: string): unknown[] => [...new Set(cleanText(text).ledger.map(({ reason }) => reason))];

const CHAINS = [
  ["windows-1252"],
  ["iso-8859-1"],
  ["macintosh"],
  ["windows-1250"],
  ["windows-1252", "windows-1252"],
  ["windows-1252", "windows-1252", "windows-1252"],
  ["iso-8859-1", "windows-1252"],
  ["macintosh", "windows-1252"],
];

describe.each(CHAINS.map((chain) => [chain.join(" > "), chain] as const))("%s", (_, chain) => {
  it.each(PASSAGES.map(({ lang, text }) => [lang, text] as const))("is taken back in %s", (_, text) => {
    expect(clean(misread(text, ...chain))).toBe(clean(text));
  });
});

it("takes Cyrillic back that was read as Cyrillic of another kind", () => {
  for (const { lang, text } of PASSAGES)
    if (/^(?:ru|uk|bg|sr)$/.test(lang)) expect(clean(misread(text, "windows-1251"))).toBe(clean(text));
});

it("finds none in the passages themselves, nor in any mixture of their words", () => {
  const words = PASSAGES.flatMap(({ text }) => text.split(" "));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 5, maxLength: 40 }), (picked) => {
      const { ledger, flags } = cleanText(picked.join(" "), { title: "" });
      expect(ledger.filter(({ rule }) => rule.startsWith("repair/mojibake"))).toEqual([]);
      expect(flags).not.toContain("mojibake-left");
    }),
    { numRuns: 3000 },
  );
});

it("restores misread words among others that are whole", () => {
  const words = PASSAGES.filter(({ lang }) => /^(?:fr|es|pt|sv|de)$/.test(lang)).flatMap(({ text }) => text.split(" "));
  const word = fc.constantFrom(...words);
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.boolean()), { minLength: 3, maxLength: 30 }), (picked) => {
      const whole = picked.map(([text]) => text).join(" ");
      const torn = picked.map(([text, broken]) => (broken ? misread(text, "windows-1252") : text)).join(" ");
      // A capital with a closing quote stays doubtful where nothing else in the document is clear.
      const { text, ledger } = cleanText(torn, { title: "" });
      expect(ledger.length > 0 ? text : clean(whole)).toBe(clean(whole));
    }),
    { numRuns: 2000 },
  );
});

it("tells the way it went", () => {
  const text = "The café’s quay.";
  expect(reasons(misread(text, "windows-1252"))).toEqual(["UTF-8 read as windows-1252"]);
  expect(reasons(misread(text, "windows-1252", "windows-1252"))).toEqual(["UTF-8 read as windows-1252, twice"]);
  expect(reasons(misread(text, "macintosh", "windows-1252"))).toEqual([
    "UTF-8 read as macintosh, then as windows-1252",
  ]);
  expect(reasons("The pilot\u0092s boat.")).toEqual(["windows-1252 read as iso-8859-1"]);
});

describe("torn characters", () => {
  it.each([
    ["Zoë said â€œit is doneâ€, and left.", "Zoë said “it is done”, and left."],
    ["La niÃ±a vivÃa cerca.", "La niña vivía cerca."],
    ["DÃ©jÃ vu, il part Ã Paris ; lÃ -bas.", "Déjà vu, il part à Paris ; là-bas."],
    ["A padaria abre Ã s trÃªs.", "A padaria abre às três."],
    ["Prix : 3,Â 50 Â€ au cafÃ©.", "Prix : 3, 50 € au café."],
  ])("%s", (text, expected) => expect(clean(text)).toBe(expected));

  it("stay where they could be several letters", () => {
    expect(clean("La niÃ±a vivÃa allÃ y no saliÃ³.")).toBe("La niña vivía allÃ y no salió.");
    for (const text of ["A NAÇÃ DE HOJE.", "Ã Paris, Â 3.", "Ñ y Ð y Ã."]) expect(clean(text)).toBe(text);
  });
});

it("leaves code as it is", () => {
  const code = "```\nprint('cafÃ©')\n```";
  expect(clean(`It shows this:\n\n${code}\n\nThe cafÃ© is open.`)).toBe(
    `It shows this:\n\n${code}\n\nThe café is open.`,
  );
});
