import { brotliCompressSync, deflateRawSync, gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultLimits, type Limits, UNPACKED_FREE } from "../../src/sources/limits.ts";
import type { Packing } from "../../src/sources/packing.ts";
import { unpackBytes } from "../../src/sources/unpack-bytes.ts";
import { UnpackMeter } from "../../src/sources/unpack-meter.ts";
import { unpackStream } from "../../src/sources/unpack-stream.ts";
import { collect, cutBytes, streamOf } from "./pieces.ts";

const pack: Readonly<Record<Packing, (bytes: Uint8Array) => Buffer>> = {
  gzip: (bytes) => gzipSync(bytes),
  zstd: (bytes) => zstdCompressSync(bytes),
  brotli: (bytes) => brotliCompressSync(bytes),
  deflate: (bytes) => deflateRawSync(bytes),
};
const packings = Object.keys(pack) as Packing[];

async function unpacked(packing: Packing, pieces: readonly Uint8Array[], limits: Limits = defaultLimits) {
  const meter = new UnpackMeter(limits);
  const { items, error } = await collect(unpackStream(packing, meter.meter(streamOf(pieces)), meter));
  return { text: Buffer.concat(items).toString("latin1"), error };
}

/** Hard to pack, so that there is something to cut. */
const text = Buffer.from(Array.from({ length: 40_000 }, (_, i) => `${(i * 7919) % 10_007}\n`).join(""));

describe.each(packings)("%s", (packing) => {
  const part = fc.tuple(fc.string({ maxLength: 300 }), fc.nat(4));

  test("in any pieces, of several members or frames and gzip's with padding, gives all that was packed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), fc.array(fc.nat(60)), async (parts, sizes) => {
        const bytes = Buffer.concat(
          parts.flatMap(([s, zeros]) => [pack[packing](Buffer.from(s)), Buffer.alloc(packing === "gzip" ? zeros : 0)]),
        );
        const expected = Buffer.from(parts.map(([s]) => s).join(""));
        expect(await unpacked(packing, cutBytes(bytes, sizes))).toEqual({ text: expected.toString("latin1") });
        expect(Buffer.from(unpackBytes(packing, bytes, defaultLimits))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test("cut off anywhere, gives a beginning of what was packed, and says that it is damaged", async () => {
    const bytes = pack[packing](text);
    for (const length of [1, 10, bytes.length >> 1, bytes.length - 1]) {
      const { text: begun, error } = await unpacked(packing, [bytes.subarray(0, length)]);
      expect(error).toMatchObject({ kind: "damaged" });
      expect(text.toString("latin1").startsWith(begun)).toBe(true);
      expect(() => unpackBytes(packing, bytes.subarray(0, length), defaultLimits)).toThrow(packing);
    }
  });

  test("damaged in the middle, gives the same every time", async () => {
    const bytes = Buffer.concat([pack[packing](text), pack[packing](text)]);
    const at = Math.floor(bytes.length * 0.7);
    bytes.fill(0x55, at, at + 40);
    const blocks = cutBytes(bytes, Array(99).fill(4096));
    const first = await unpacked(packing, blocks);
    expect(first.text.startsWith(text.toString("latin1"))).toBe(true);
    for (let i = 0; i < 5; i++) expect(await unpacked(packing, blocks)).toEqual(first);
  });

  test("stops a bomb soon, also one that comes after much else", async () => {
    const bomb = pack[packing](Buffer.alloc(3 * UNPACKED_FREE));
    const { text: begun, error } = await unpacked(packing, [bomb]);
    expect(error).toMatchObject({ kind: "bomb" });
    expect(begun.length).toBeLessThanOrEqual(UNPACKED_FREE + 2 ** 16);
    expect(() => unpackBytes(packing, bomb, defaultLimits)).toThrow(`out of ${bomb.length}`);
    const limits = { ...defaultLimits, unpackedBytes: 1000 };
    expect((await unpacked(packing, [pack[packing](text)], limits)).error).toMatchObject({ kind: "much-unpacked" });
  });

  test("lets much repetition pass where it is not too much", () => {
    const repeated = Buffer.alloc(UNPACKED_FREE);
    expect(unpackBytes(packing, pack[packing](repeated), defaultLimits)).toHaveLength(UNPACKED_FREE);
    const small = { ...defaultLimits, recordBytes: 100 };
    expect(unpackBytes(packing, pack[packing](Buffer.alloc(100)), small)).toHaveLength(100);
    expect(() => unpackBytes(packing, pack[packing](Buffer.alloc(101)), small)).toThrow(
      expect.objectContaining({ kind: "too-large" }),
    );
  });
});

test("nothing at all unpacks to nothing", async () => {
  for (const packing of packings) expect(await unpacked(packing, [])).toEqual({ text: "" });
});
