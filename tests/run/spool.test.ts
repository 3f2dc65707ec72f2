import { readdirSync } from "node:fs";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { expect, it } from "vitest";
import { ByteWriter } from "../../src/run/byte-writer.ts";
import { Spool } from "../../src/run/spool.ts";
import { folderWith } from "./written-run.ts";

it("gives back what was appended, in any order and over the bounds of what it reads ahead", () => {
  const folder = folderWith();
  const spool = Spool.open(folder);
  expect(readdirSync(folder)).toEqual([]);
  const stretches = [0, 1, 300_000, 2_500_000, 7, 900_000, 200_000].map((length, i) => {
    const bytes = Buffer.alloc(length, 65 + i);
    return { bytes, offset: spool.append(bytes) };
  });
  for (const order of [stretches, stretches.toReversed(), stretches])
    for (const { bytes, offset } of order) expect(spool.read(offset, bytes.length).equals(bytes)).toBe(true);
  spool.close();
});

it("keeps apart what threads append side by side", async () => {
  const spool = Spool.open(folderWith());
  const code = `
    const { workerData, parentPort } = require("node:worker_threads");
    import(workerData.module).then(({ Spool }) => {
      const spool = new Spool(workerData.shared);
      const offsets = [];
      for (let i = 1; i <= 200; i++) offsets.push(spool.append(Buffer.alloc(i * 10, workerData.letter)));
      parentPort.postMessage(offsets);
    });`;
  const module = new URL("../../src/run/spool.ts", import.meta.url).href;
  const answers = ["a", "b"].map((letter) => {
    const worker = new Worker(code, { eval: true, workerData: { module, letter, shared: spool.shared } });
    return new Promise<{ letter: string; offsets: number[] }>((resolve, reject) => {
      worker.on("message", (offsets: number[]) => resolve({ letter, offsets }));
      worker.on("error", reject);
    });
  });
  for (const { letter, offsets } of await Promise.all(answers))
    for (const [i, offset] of offsets.entries())
      expect(spool.read(offset, (i + 1) * 10).toString()).toBe(letter.repeat((i + 1) * 10));
  spool.close();
});

it("writes texts as Buffer does, and starts anew when it is cleared", () => {
  const writer = new ByteWriter();
  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("", "é".repeat(400_000), "川".repeat(70_000)));
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      writer.clear();
      const counts = texts.map((part) => writer.write(part));
      expect(counts).toEqual(texts.map((part) => Buffer.byteLength(part)));
      expect(Buffer.compare(writer.bytes, Buffer.from(texts.join("")))).toBe(0);
    }),
  );
});

it("writes integers where texts of any length have left it", () => {
  const writer = new ByteWriter();
  fc.assert(
    fc.property(fc.string(), fc.uint32Array(), (text, values) => {
      writer.clear();
      writer.write(text);
      expect(writer.writeValues(values)).toBe(4 * values.length);
      const bytes = Uint8Array.from(writer.bytes.subarray(Buffer.byteLength(text)));
      expect(new Uint32Array(bytes.buffer)).toEqual(new Uint32Array(values));
    }),
  );
});
