import fc from "fast-check";
import { expect, it } from "vitest";
import { countRepeats } from "../../src/learn/count-repeats.ts";

it("counts the pages of each key as a map would", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat({ max: 12 })), { maxLength: 30 }),
      fc.integer({ min: 1, max: 5 }),
      (pages, least) => {
        const counts = new Map<number, number>();
        for (const page of pages) for (const key of new Set(page)) counts.set(key, (counts.get(key) ?? 0) + 1);
        const expected = [...counts].filter(([, count]) => count >= least).sort(([a], [b]) => a - b);
        expect([...countRepeats(pages, (page) => page, least)]).toEqual(expected);
      },
    ),
  );
});

it("has room for many keys", () => {
  const pages = Array.from({ length: 3 }, () => Array.from({ length: 5000 }, (_, i) => i));
  expect(countRepeats(pages, (page) => page, 3).size).toBe(5000);
});
