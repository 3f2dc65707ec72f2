import fc from "fast-check";
import { expect, it } from "vitest";
import {
  AMPERSAND,
  BEYOND_LATIN,
  BIDI,
  BRACE,
  BRACKET,
  CLOSING_BRACKET,
  GREATER,
  INVISIBLE,
  INVISIBLE_RUN,
  LESS,
  LOOSE_SPACE,
  MISREAD,
  marksIn,
  PRIVATE_USE,
} from "../../src/text/marks.ts";

/** The marks by their definitions, one look at the text for each. */
function marksByLooking(text: string): number {
  const looks: readonly (readonly [number, boolean])[] = [
    [LESS, text.includes("<")],
    [GREATER, text.includes(">")],
    [AMPERSAND, text.includes("&")],
    [BRACKET, text.includes("[")],
    [INVISIBLE, text.search(INVISIBLE_RUN) >= 0],
    [CLOSING_BRACKET, text.includes("]")],
    [BRACE, text.includes("{")],
    [BIDI, /\p{Bidi_Control}/u.test(text)],
    [PRIVATE_USE, /(?=[\0-\uffff])\p{Co}/u.test(text)],
    [MISREAD, /[\u0080-\u009f¬Â-ôĀ-ſЂ-џ√\ufffd]/.test(text)],
    [BEYOND_LATIN, /[^\0-\u02ff\u2000-\u206f]/.test(text)],
    [LOOSE_SPACE, text.includes("  ") || /\p{White_Space}/u.test(text.replaceAll(" ", ""))],
  ];
  return looks.reduce((sum, [mark, holds]) => (holds ? sum + mark : sum), 0);
}

const SHOWN =
  LESS |
  GREATER |
  AMPERSAND |
  BRACKET |
  INVISIBLE |
  BEYOND_LATIN |
  LOOSE_SPACE |
  MISREAD |
  BIDI |
  BRACE |
  CLOSING_BRACKET |
  PRIVATE_USE;
/** Without the mark that only helps to see two spaces in a row. */
const shown = (text: string): number => marksIn(text) & SHOWN;

it("finds the marks of every code unit", () => {
  for (let code = 0; code <= 0xffff; code++) {
    const character = String.fromCharCode(code);
    expect(shown(character), code.toString(16)).toBe(marksByLooking(character));
  }
});

it("finds the marks of a text", () => {
  const part = fc.oneof(
    fc.constantFrom("wheel", "mill ", " ", "’", "é", "\u00a0", "<", ">", "&", "[", "川"),
    fc.string(),
  );
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join("")),
      (text) => {
        expect(shown(text)).toBe(marksByLooking(text));
      },
    ),
    { numRuns: 3000 },
  );
});

it("leaves nothing out of a text that is read in parts", () => {
  for (const length of [2 ** 15 - 2, 2 ** 15 - 1, 2 ** 15, 2 ** 16 - 1, 2 ** 17]) {
    for (const end of ["", "  ", " ", "<", "[ ", "\u{1f4cd}"]) {
      const text = `${"a".repeat(length)}${end}`;
      expect(shown(text)).toBe(marksByLooking(text));
      expect(shown(`${text} a`)).toBe(marksByLooking(`${text} a`));
    }
  }
});

it("marks all that composing could change, but for white space, which is settled anyway", () => {
  for (let code = 0; code <= 0xffff; code++) {
    const pair = `a${String.fromCharCode(code)}`;
    if (!/\s/.test(pair) && pair.normalize("NFC") !== pair)
      expect(shown(pair) & BEYOND_LATIN, code.toString(16)).toBe(BEYOND_LATIN);
  }
});
