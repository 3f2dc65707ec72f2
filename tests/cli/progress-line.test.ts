import { expect, it } from "vitest";
import { progressText } from "../../src/cli/progress-line.ts";
import type { Input } from "../../src/core/source.ts";
import { type Progress, ProgressCounter } from "../../src/run/progress.ts";

it.each<readonly [progress: Progress, seconds: number, text: string]>([
  [{ files: 0, totalFiles: 3, bytes: 0, totalBytes: 900 }, 0, "0 of 3 files · 0.0 MB/s"],
  [{ files: 1500, totalFiles: 3000, bytes: 5e6, totalBytes: 1e7 }, 2, "1,500 of 3,000 files · 2.5 MB/s · 2 s left"],
  [{ files: 1, totalFiles: 9, bytes: 1e6, totalBytes: 61e6 }, 10, "1 of 9 files · 0.1 MB/s · 10 min left"],
  [{ files: 1, totalFiles: 9, bytes: 1e6, totalBytes: 1e9 }, 10, "1 of 9 files · 0.1 MB/s · 2.8 h left"],
  [{ files: 9, totalFiles: 9, bytes: 1e6, totalBytes: 1e6 }, 1, "9 of 9 files · 1.0 MB/s"],
  [{ files: 0, totalFiles: 1, bytes: 2e6, totalBytes: 0 }, 1, "2.0 MB · 2.0 MB/s"],
])("%j after %i s", (progress, seconds, text) => {
  expect(progressText(progress, seconds)).toBe(text);
});

it("counts a file that comes in parcels when the item behind its last parcel is done", () => {
  const inputs = [
    { path: "a.jsonl", file: "", bytes: 10 },
    { path: "b.txt", file: "", bytes: 5 },
  ];
  const seen: number[] = [];
  const counter = new ProgressCounter(inputs, ({ files, bytes }) => seen.push(files, bytes));
  const [input, other] = inputs as [Input, Input];
  const parcel = { kind: "lines", path: "a.jsonl", part: 0, bytes: new Uint8Array(90), firstRecord: 1 } as const;
  counter.add([{ order: 0, input, parcel, read: 6 }]);
  counter.add([{ order: 1, input: other }]);
  counter.add([{ order: 0, input, end: true, read: 4 }]);
  expect(seen).toEqual([0, 6, 1, 11, 2, 15]);
});
