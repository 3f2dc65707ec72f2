import fc from "fast-check";
import { expect, test } from "vitest";
import type { Fact } from "../../src/core/corpus-stage.ts";
import { packFacts, skipDocument, visitDocument } from "../../src/dedupe/fact-codec.ts";

const value = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const values = fc.array(value, { maxLength: 12 }).map((list) => Uint32Array.from(list));
const fact = fc.record({
  document: fc.nat({ max: 5 }),
  block: fc.integer({ min: -1, max: 2 ** 31 - 1 }),
  data: values,
});
const facts = fc.array(fact, { maxLength: 20 }).map((list) => list.sort((a, b) => a.document - b.document));

test("facts come back as they went in, document by document, as views of the one array", () => {
  fc.assert(
    fc.property(facts, (list) => {
      const packed = packFacts(list);
      const unpacked: Fact[] = [];
      for (let at = 0; at < packed.length; ) {
        const next = skipDocument(packed, at);
        const behind = visitDocument(packed, at, packed[at]!, (document, block, array, from, to) => {
          expect(array).toBe(packed);
          unpacked.push({ document, block, data: array.slice(from, to) });
        });
        expect(behind).toBe(next);
        at = next;
      }
      expect(unpacked).toEqual(list);
    }),
  );
});
