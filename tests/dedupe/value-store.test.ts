import fc from "fast-check";
import { expect, test } from "vitest";
import { ValueStore } from "../../src/dedupe/value-store.ts";
import { memoryScratch } from "./memory-scratch.ts";

test("gives back what was appended, in any order, in memory and out of it", () => {
  const lengths = fc.array(fc.oneof(fc.nat({ max: 300 }), fc.constantFrom(9000, 32_768, 70_000)), { maxLength: 60 });
  fc.assert(
    fc.property(lengths, fc.array(fc.nat()), fc.boolean(), (list, order, onDisk) => {
      const store = onDisk ? new ValueStore(0, memoryScratch()) : new ValueStore(0);
      const stretches = list.map((length, i) => {
        const values = Uint32Array.from({ length: length + 2 }, (_, at) => i * 100_000 + at);
        return { values, address: store.append(values, 1, length + 1) };
      });
      for (const at of stretches.length > 0 ? order : []) {
        const { values, address } = stretches[at % stretches.length]!;
        const { values: page, from } = store.read(address);
        expect(page.subarray(from, from + values.length - 2)).toEqual(values.subarray(1, -1));
      }
    }),
    { numRuns: 40 },
  );
});
