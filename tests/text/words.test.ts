import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldedWords } from "../../src/text/fold-table.ts";
import { WordList } from "../../src/text/words.ts";

function read(text: string): { words: string[]; numbers: number[]; unspaced: number } {
  const list = new WordList();
  list.append(text);
  const words = Array.from({ length: list.count }, (_, i) => `${list.low[i]}:${list.high[i]}`);
  return { words, numbers: [...list.numbers.subarray(0, list.numberCount)], unspaced: list.unspaced };
}

/** The string definition, with each word hashed by itself through the same list. */
function oracle(text: string): ReturnType<typeof read> {
  const words = foldedWords(text);
  return {
    words: words.flatMap((word) => read(word.text).words),
    numbers: words.filter((word) => word.number).flatMap((word) => read(word.text).numbers),
    unspaced: words.filter((word) => word.unspaced).length,
  };
}

/** What of a text is information of its own, as one string. */
const told = (text: string): string => read(text).numbers.join();

describe("what is told beside words", () => {
  test.each([
    ["it cost $5", "it cost €5"],
    ["it cost 5 €", "it cost 5 £"],
    ["it rose by 5", "it rose by 5 %"],
    ["at -5 degrees", "at 5 degrees"],
    ["for 5 million", "for 5 billion"],
    ["for 5 weeks", "for 5 months"],
    ["he was there", "he was not there"],
    ["er war da", "er war nie da"],
    ["he is there", "he isn’t there"],
  ])("tells %s from %s", (one, other) => {
    expect(told(one)).not.toBe(told(other));
  });

  test.each([
    ["from 1990-95", "from 1990 95"],
    ["he is not there", "he isn't there"],
    ["5 people came", "5 persons came"],
    ["a million people", "a billion people"],
    ["$5 it cost", "it cost $5"],
  ])("takes %s for %s", (one, other) => {
    expect(told(one)).toBe(told(other));
  });

  test("a unit begins no text, whatever the one before ends with", () => {
    const list = new WordList();
    for (const text of ["it was in 2011", "million-year-old rocks"]) list.append(text);
    expect(list.numberCount).toBe(1);
  });

  test.each([
    ["She met Aldo Marsh in Port Ellery.", 4],
    ["Aldo went home. Then Berta came.", 1],
    ["“Nobody asked,” said Öde. «Да», сказал Иван.", 2],
    ["all lower case, and 5 numbers", 0],
  ])("finds the names in %s", (text, count) => {
    const list = new WordList();
    list.append(text);
    expect(list.nameCount).toBe(count);
  });
});

const texts = (text: string) => foldedWords(text).map((word) => word.text);

// Characters chosen to hit every class: marks that compose, jamo, ligatures, capitals with a longer lower case, format
// characters, numerals of other scripts, unspaced scripts with voicing marks, lone surrogates.
const TRICKY = [
  ..."aZé09 ,.-'=<ßẞςΣσİıŉﬁ㎏½²①№´¨“”‘’–—…\u00a0\u00ad\u200b\u200d\ufeff\u0301\u0338\u0345\u0323\u3099かカｶﾞー漢字〇々",
  ..."한\u1112\u1161\u11abกำ\u0e38\u0e48ខ្មမြລາع\u064eहि\u093f𝒜𐐀𠀀😀\ud800Ⓐ٣ǅŒœÿþÐ·",
];
const tricky = fc.array(fc.constantFrom(...TRICKY), { maxLength: 30 }).map((parts) => parts.join(""));

describe("words", () => {
  test("are what the string definition says, on tricky characters", () => {
    fc.assert(
      fc.property(tricky, (text) => {
        const expected = oracle(text);
        const { numbers, ...found } = read(text);
        // Signs, units and denials stand among the numbers; what they are has tests of its own.
        expect({ ...found, numbers: numbers.filter((hash) => expected.numbers.includes(hash)) }).toEqual(expected);
      }),
      { numRuns: 4000 },
    );
  });

  test("are what the string definition says, on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const expected = oracle(text);
        const { numbers, ...found } = read(text);
        // Signs, units and denials stand among the numbers; what they are has tests of its own.
        expect({ ...found, numbers: numbers.filter((hash) => expected.numbers.includes(hash)) }).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test("are equal exactly when the folded strings are equal", () => {
    const small = fc.string({
      unit: fc.constantFrom("a", "B", "b", "é", "e", "\u0301", " ", "1", "漢", "’"),
      maxLength: 6,
    });
    fc.assert(
      fc.property(small, small, (one, other) => {
        const same = texts(one).join(" ") === texts(other).join(" ");
        expect(read(one).words.join() === read(other).words.join()).toBe(same);
      }),
      { numRuns: 4000 },
    );
  });

  test("every code unit of the plane means the same alone and between letters", () => {
    for (let code = 0; code < 0x10000; code++) {
      const character = String.fromCharCode(code);
      for (const text of [character, `x${character}y`])
        if (read(text).words.join() !== oracle(text).words.join()) expect(text).toBe("the same words");
    }
  });

  test("no two of many short words share a hash", () => {
    const letters = [..."abcdefghijklmnopqrstuvwxyzäöü0123456789"];
    const seen = new Set<string>();
    let made = 0;
    for (const a of letters)
      for (const b of letters) for (const c of letters) seen.add(read(a + b + c).words[0]!) && made++;
    expect(seen.size).toBe(made);
  });

  test.each([
    ["case, quotes and dashes do not count", "“Well,” she said — twice.", ["well", "she", "said", "twice"]],
    ["a soft hyphen does not part a word", "in\u00adforma\u00adtion", ["information"]],
    [
      "capitals of sharp s and sigma meet their small letters",
      "STRASSE Straße ΟΔΟΣ οδος",
      ["strasse", "strasse", "οδοσ", "οδοσ"],
    ],
    ["composed and decomposed are one", "cafe\u0301", ["café"]],
    ["full-width forms are ordinary letters", "ＡＢＣ１２", ["abc12"]],
    ["every Han and kana character is a word", "東京へ行くABC", ["東", "京", "へ", "行", "く", "abc"]],
    ["a voicing mark belongs to its kana", "か\u3099く", ["が", "く"]],
    ["Thai has no spaces either", "กา", ["ก", "า"]],
  ])("%s", (_, text, words) => {
    expect(texts(text)).toEqual(words);
    expect(read(text)).toEqual(oracle(text));
  });

  test("numbers are the words with a numeral", () => {
    expect(
      foldedWords("In 1999, 3rd of ٣ and x²")
        .filter((word) => word.number)
        .map((word) => word.text),
    ).toEqual(["1999", "3rd", "٣", "x2"]);
    expect(read("took 12 of 30").numbers).not.toEqual(read("took 30 of 12").numbers);
  });

  test("a list that is filled again forgets what it held and grows as asked", () => {
    const list = new WordList();
    list.append("9 ".repeat(5000));
    expect([list.count, list.numberCount]).toEqual([5000, 5000]);
    list.clear();
    list.append("one two");
    expect([list.count, list.numberCount]).toEqual([2, 0]);
    list.append("\ufdfa".repeat(3000));
    expect(list.count).toBe(2 + 4 * 3000 - 2999);
  });
});
