import { createHash } from "node:crypto";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { CompressedFile } from "../../src/sinks/compressed-file.ts";
import { folderWith } from "../run/written-run.ts";

/** Bytes that do not pack, the same every time. */
const noise = (blocks: number): Buffer =>
  Buffer.concat(Array.from({ length: blocks }, (_, i) => createHash("sha512").update(String(i)).digest()));

it.each([
  ["gzip", gunzipSync],
  ["zstd", zstdDecompressSync],
] as const)("packs with %s what it was given, the same bytes however it came", async (compression, open) => {
  const folder = folderWith();
  const bytes = Buffer.concat([noise(30_000), Buffer.alloc(900_000, "The pier was shut. "), noise(9)]);
  let runs = 0;
  const pack = async (cuts: readonly number[]): Promise<Buffer> => {
    const path = join(folder, String(runs++));
    const file = new CompressedFile(path, compression);
    const places = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length];
    for (const [i, place] of places.entries()) await file.append(bytes.subarray(place, places[i + 1] ?? place));
    await file.end();
    return readFileSync(path);
  };
  const packed = await pack([]);
  expect(open(packed).equals(bytes)).toBe(true);
  if (compression === "gzip") expect(packed.subarray(0, 10).toString("hex")).toBe("1f8b08000000000000ff");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { maxLength: 40 }), async (cuts) => {
      expect((await pack(cuts)).equals(packed)).toBe(true);
    }),
    { numRuns: 8 },
  );
});

it.each(["gzip", "zstd"] as const)("says that there is no room for what %s made", async (compression) => {
  // A link, as the file is deleted at the end.
  const path = join(folderWith(), "full");
  symlinkSync("/dev/full", path);
  const file = new CompressedFile(path, compression);
  const write = async (): Promise<void> => {
    for (let i = 0; i < 8; i++) await file.append(noise(16_000));
    await file.end();
  };
  await expect(write()).rejects.toMatchObject({ code: "ENOSPC" });
  file.remove();
  file.remove();
  expect(existsSync(path)).toBe(false);
});
