import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { clean, read } from "../src/index.ts";
import { numbersFrom, paragraphs } from "./run/generated-corpus.ts";

const TEXT = paragraphs(numbersFrom(91), 40).join("\n\n");
const EARLY = 100;
const LATE = 700;

async function* lines(count: number): AsyncGenerator<Uint8Array> {
  for (let id = 0; id < count; id++) yield Buffer.from(`${JSON.stringify({ id, text: `${TEXT}\n\nNumber ${id}.` })}\n`);
}

it("holds no more after many documents than after a few", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const held: number[] = [];
  let [count, bytes] = [0, 0];
  for await (const { document } of clean(read(lines(LATE)))) {
    count++;
    if (count > EARLY) bytes += document?.text.length ?? 0;
    if (count !== EARLY && count !== LATE) continue;
    collect();
    held.push(process.memoryUsage().heapUsed);
  }
  const growth = held[1]! - held[0]!;
  // Were the documents kept, it would be all of their text and more.
  expect(bytes).toBeGreaterThan(5_000_000);
  expect(growth).toBeLessThan(bytes / 4);
});
