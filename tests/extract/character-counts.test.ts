import fc from "fast-check";
import { expect, it } from "vitest";
import { CharacterCounts } from "../../src/extract/character-counts.ts";

const columns = [
  ...(["letters", "capitals", "digits", "commas", "stops", "currency", "bars", "quotes", "marks"] as const),
  ...(["lines", "titled", "short", "longest", "ending", "beginning"] as const),
];
const rowOf = (counts: CharacterCounts, row: number) => columns.map((column) => counts[column][row]);
const text = fc.string({ unit: fc.constantFrom(...'abÉ9 .…,;\n|“”")]:€ß中。'), maxLength: 40 });
const count = (pattern: RegExp) => (sample: string) => sample.match(pattern)?.length ?? 0;
const words = (sample: string) => sample.match(/[a-zßÉ9中]+/g) ?? [];

it("counts as a look at the text for each class does", () => {
  const plain: Partial<Record<(typeof columns)[number], (sample: string) => number>> = {
    letters: count(/[abÉß中]/g),
    capitals: count(/É/g),
    digits: count(/9/g),
    commas: count(/[,;]/g),
    currency: count(/€/g),
    bars: count(/\|/g),
    quotes: count(/["“”]/g),
    marks: count(/[)\]:]/g),
    lines: count(/\n/g),
    titled: (sample) => words(sample).filter((word) => word.startsWith("É")).length,
    short: (sample) => words(sample).filter((word) => /^[^É9].{0,2}$/.test(word)).length,
    longest: (sample) => Math.max(0, ...words(sample).map(({ length }) => length)),
    stops: (sample) =>
      count(/[.…](?=["“”)\]]*[ \n])|[.…](?=["“”)\]]*$)|。/g)(sample) + count(/。["“”)\]]*(?=[ \n]|$)/g)(sample),
  };
  fc.assert(
    fc.property(text, (sample) => {
      const counts = new CharacterCounts([sample]);
      for (const [column, look] of Object.entries(plain))
        expect(counts[column as (typeof columns)[number]][0], column).toBe(look(sample));
    }),
    { numRuns: 2000 },
  );
});

it("counts each text by itself", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
      const together = new CharacterCounts(texts);
      for (const [row, one] of texts.entries())
        expect(rowOf(together, row)).toEqual(rowOf(new CharacterCounts([one]), 0));
    }),
  );
});

it.each([
  ["Come back soon", 0],
  ["Come back soon.", 1],
  ["“Come back soon.” ", 1],
  ["Come back soon:", 2],
  ["Come back soon...", 3],
  ["Come back soon…)", 3],
  [".", 1],
  ["..", 1],
  ["", 0],
])("tells how %j ends: %i", (sample, ending) => {
  expect(new CharacterCounts(["..", sample]).ending[1]).toBe(ending);
});
