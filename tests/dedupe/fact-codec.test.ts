import fc from "fast-check";
import { expect, test } from "vitest";
import { packFacts } from "../../src/dedupe/fact-codec.ts";
import { FactTable } from "../../src/dedupe/fact-table.ts";

const value = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const values = fc.array(value, { maxLength: 12 }).map((list) => Uint32Array.from(list));
const fact = fc.record({
  document: value,
  block: fc.integer({ min: -1, max: 2 ** 31 - 1 }),
  keys: values,
  data: values,
});

test("facts come back as they went in, as views of the one array", () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 20 }), (facts) => {
      const packed = packFacts(facts);
      const table = new FactTable([{ packed, placeOf: (document) => document }]);
      const unpacked = facts.map((_, i) => table.fact(i));
      expect(table.length).toBe(facts.length);
      expect(unpacked).toEqual(facts);
      for (const { keys, data } of unpacked) expect([keys.buffer, data.buffer]).toEqual([packed.buffer, packed.buffer]);
    }),
  );
});

test("the packed array owns its buffer, so that it can be transferred", () => {
  const keys = new Uint32Array(100).subarray(3, 5);
  const packed = packFacts([{ document: 1, block: -1, keys, data: keys }]);
  expect(packed.buffer.byteLength).toBe(packed.byteLength);
});
