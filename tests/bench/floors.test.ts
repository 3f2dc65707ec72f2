import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Floors, fallenBelow, type Measured, moveFloors, readFloors } from "../../bench/extract/floors.ts";
import { measureFloors } from "../../bench/extract/measure-floors.ts";

const data = fileURLToPath(new URL("../../../shared/bench", import.meta.url));

describe("the default extractor", () => {
  const { sets } = readFloors();

  it("has floors", () => {
    expect(sets.length).toBeGreaterThan(3);
    for (const { floors } of sets) expect(Object.keys(floors).length).toBeGreaterThan(0);
  });

  for (const set of sets) {
    const missing = !existsSync(join(data, set.file));
    if (missing) console.info(`skipped: the benchmark pages are not at ${join(data, set.file)}`);
    it.skipIf(missing)(`does not fall below its floors on ${set.file}`, { timeout: 240_000 }, () => {
      expect(fallenBelow(set, measureFloors(data, set))).toEqual([]);
    });
  }
});

describe("floors", () => {
  const before: Floors = {
    sets: [{ file: "a", sha256: "1", sample: 9, floors: { words: 0.8, shingles: 0.7 } }],
    lowered: [],
  };
  const measured = (scores: Measured["scores"], sha256 = "1") => new Map([["a", { sha256, scores }]]);
  const leave = { reason: "slower but kinder", day: "2026-01-01" };

  it("fail where a score is lower, or gone, and say which", () => {
    const [set] = before.sets;
    expect(fallenBelow(set!, { sha256: "1", scores: { words: 0.8, shingles: 0.9 } })).toEqual([]);
    expect(fallenBelow(set!, { sha256: "1", scores: { words: 0.7999 } })).toEqual([
      "a: words is 0.7999, its floor 0.8",
      "a: shingles is 0, its floor 0.7",
    ]);
  });

  it("fail on other data, whatever the scores", () => {
    const problems = fallenBelow(before.sets[0]!, { sha256: "2", scores: { words: 1, shingles: 1 } });
    expect(problems).toEqual([expect.stringContaining("a is not the data that the floors were measured on")]);
  });

  it("go up with a gain, and not down with a loss", () => {
    const after = moveFloors(before, measured({ words: 0.9, shingles: 0.6, segments: 0.5 }));
    expect(after.sets[0]!.floors).toEqual({ words: 0.9, shingles: 0.7, segments: 0.5 });
    expect(after.lowered).toEqual([]);
    expect(moveFloors(before, new Map())).toEqual(before);
    expect(moveFloors(before, measured({ words: 0.9 }, "2"))).toEqual(before);
  });

  it("go down only for a reason, which is kept", () => {
    const after = moveFloors(before, measured({ words: 0.75, shingles: 0.7 }), leave);
    expect(after.sets[0]!.floors).toEqual({ words: 0.75, shingles: 0.7 });
    expect(after.lowered).toEqual([{ ...leave, file: "a", score: "words", from: 0.8, to: 0.75 }]);
    expect(moveFloors(before, measured({ words: 0.9 }, "2"), leave).sets[0]!).toMatchObject({ sha256: "2" });
  });
});
