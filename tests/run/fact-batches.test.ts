import { expect, it } from "vitest";
import { packFacts } from "../../src/dedupe/fact-codec.ts";
import { FactBatches, type StoredFacts } from "../../src/run/fact-batches.ts";
import { Spool } from "../../src/run/spool.ts";
import { folderWith } from "./written-run.ts";

/** Two stages; document n of the second has n % 3 facts, and an odd text lies in front of them. */
it("gives the facts of documents in whatever order they are asked for", () => {
  const spool = Spool.open(folderWith());
  const batches: StoredFacts[] = [];
  for (let first = 0; first < 40; first += 5) {
    spool.append(Buffer.from("drafts".slice(0, first % 6)));
    const packed = [7, 3].map((modulus) => packFacts(factsFrom(first, modulus)));
    const offsets = packed.map(({ buffer }) => spool.append(Buffer.from(buffer)));
    batches.push({ first, offset: offsets[0]!, lengths: packed.map(({ byteLength }) => byteLength) });
  }
  const ascending = Array.from({ length: 40 }, (_, i) => i);
  const orders = [ascending, ascending.toReversed(), ascending.map((i) => (i * 17) % 40)];
  for (const order of orders) {
    const source = new FactBatches(batches, spool, 1);
    const found: number[][] = [];
    for (const [place, arrival] of order.entries())
      source.visit(arrival, place, (document, block, values, from, to) => {
        found.push([document, block, ...values.subarray(from, to)]);
      });
    const expected = order.flatMap((arrival, place) =>
      Array.from({ length: arrival % 3 }, (_, block) => [place, block, arrival]),
    );
    expect(found).toEqual(expected);
  }
  spool.close();
});

function factsFrom(first: number, modulus: number): Parameters<typeof packFacts>[0] {
  return Array.from({ length: 5 }, (_, document) =>
    Array.from({ length: (first + document) % modulus }, (__, block) => ({
      document,
      block,
      data: Uint32Array.of(first + document),
    })),
  ).flat();
}
