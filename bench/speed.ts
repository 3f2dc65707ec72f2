import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cleanText } from "../src/index.ts";
import { textDocuments, writeDocuments } from "./corpus.ts";

/** Counted rounds; the median of them is what is said. */
const ROUNDS = 7;
const DOCUMENTS = 20_000;
/** The built command, as it is installed. */
const COMMAND = fileURLToPath(new URL("../dist/cli/bin.js", import.meta.url));

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** MB of source bytes a second, on one thread, every rule on; and as a yardstick, through `JSON.parse` in the same round. */
function textPath(): { speed: number; share: number } {
  const documents = Array.from(textDocuments(2000), (text) => Buffer.from(text));
  const quoted = documents.map((document) => JSON.stringify(document.toString()));
  const bytes = documents.reduce((sum, document) => sum + document.length, 0);
  const speedOf = (work: () => void): number => {
    const started = performance.now();
    work();
    return bytes / 1e3 / (performance.now() - started);
  };
  const speeds: number[] = [];
  const shares: number[] = [];
  // The compiler takes some rounds to settle; a long run is in that state nearly all the time.
  for (let round = -12; round < ROUNDS; round++) {
    const speed = speedOf(() => documents.forEach((document) => void cleanText(document)));
    const yardstick = speedOf(() => quoted.forEach((text) => void JSON.parse(text)));
    if (round < 0) continue;
    speeds.push(speed);
    shares.push(speed / yardstick);
  }
  return { speed: median(speeds), share: median(shares) };
}

/** Seconds that commands take side by side, each a process of its own as a user starts it. */
async function seconds(...commands: readonly (readonly string[])[]): Promise<number> {
  const started = performance.now();
  await Promise.all(
    commands.map(async (args) => {
      const child = spawn(process.execPath, [COMMAND, "clean", ...args, "--json"], {
        stdio: ["ignore", "ignore", "inherit"],
      });
      const [code] = await once(child, "exit");
      if (code !== 0) throw new Error(`a run ended with ${code}`);
    }),
  );
  return (performance.now() - started) / 1000;
}

/** Whole runs from files to outputs, duplicates settled: one worker, two, and two runs of half the files each. */
async function scaling(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "dehusk-bench-"));
  try {
    const bytes = writeDocuments(join(folder, "in"), DOCUMENTS);
    const halves = readdirSync(join(folder, "in")).map((part) => join(folder, "in", part));
    const middle = Math.ceil(halves.length / 2);
    const run = (roots: readonly string[], out: string, workers: number) => [
      ...roots,
      "--out",
      join(folder, out),
      "-w",
      String(workers),
    ];
    const [one, two, apart]: number[][] = [[], [], []];
    // Interleaved, so that a machine that slows down slows all of them.
    for (let round = -1; round < ROUNDS; round++) {
      const times = [
        await seconds(run([join(folder, "in")], "out", 1)),
        await seconds(run([join(folder, "in")], "out", 2)),
        await seconds(run(halves.slice(0, middle), "out-a", 1), run(halves.slice(middle), "out-b", 1)),
      ] as const;
      if (round >= 0) for (const [i, list] of [one!, two!, apart!].entries()) list.push(times[i]!);
    }
    const ratio = (list: readonly number[]) => median(one!.map((time, round) => time / list[round]!)).toFixed(2);
    const line = (list: readonly number[]) =>
      `${median(list).toFixed(2)} s  ${(bytes / 1e6 / median(list)).toFixed(1)} MB/s`;
    console.log(
      `whole run, ${DOCUMENTS.toLocaleString("en")} files, ${(bytes / 1e6).toFixed(1)} MB, duplicates settled:`,
    );
    console.log(`  1 worker            ${line(one!)}`);
    console.log(`  2 workers           ${line(two!)}  ${ratio(two!)}×`);
    console.log(`  2 runs of one half  ${line(apart!)}  ${ratio(apart!)}× (what two cores of this machine can give)`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

console.log(
  `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, Node ${process.versions.node}; medians of ${ROUNDS}`,
);
const { speed, share } = textPath();
console.log(
  `text path, one thread, all rules: ${speed.toFixed(1)} MB/s, ${share.toFixed(2)} of JSON.parse on the same text`,
);
await scaling();
