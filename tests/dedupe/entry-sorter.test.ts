import fc from "fast-check";
import { expect, test } from "vitest";
import { EntrySorter } from "../../src/dedupe/entry-sorter.ts";
import { memoryScratch } from "./memory-scratch.ts";
import { seeded } from "./synthetic-corpus.ts";

function sorted(entries: readonly (readonly [number, number])[], sorter: EntrySorter): [number, number][] {
  for (const [key, value] of entries) sorter.add(key, value);
  const cursor = sorter.sorted();
  const result: [number, number][] = [];
  while (cursor.advance()) result.push([cursor.key, cursor.value]);
  return result;
}

test("sorts by key and leaves those of one key in their order", () => {
  const value = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  const key = fc.oneof(fc.nat({ max: 5 }), value, fc.constant(2 ** 32 - 1));
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value)), (entries) => {
      expect(sorted(entries, new EntrySorter(0))).toEqual(entries.toSorted(([a], [b]) => a - b));
    }),
  );
});

test.each([1, 1024, 1025, 30_000])("gives %i entries as in memory when there is no room for them", (count) => {
  const random = seeded(count);
  const entries = Array.from({ length: count }, (_, i) => [random(2 ** 32) >>> random(31), i] as const);
  const scratch = memoryScratch();
  expect(sorted(entries, new EntrySorter(0, scratch))).toEqual(sorted(entries, new EntrySorter(0)));
  // 8 bytes an entry, and nothing while all fit.
  expect(scratch.bytes.length).toBe(count > 1024 ? 8 * count : 0);
});
