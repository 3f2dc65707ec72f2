import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { knownPeers } from "./known-peers.ts";
import { listSets, type SetSource } from "./list-sets.ts";
import { spreadSample } from "./page-set.ts";
import type { Peer } from "./peer.ts";
import { readRecorded, recordOutputs } from "./recorded-outputs.ts";
import { reportChart } from "./report-chart.ts";
import { reportMarkdown, type SetReport } from "./report-markdown.ts";
import { benchCommand, type RunFlags } from "./run-options.ts";
import { recordedRuns, reportPeer, type Truth } from "./set-report.ts";
import { runSideBySide } from "./side-by-side.ts";

await benchCommand(run).parseAsync();

async function run(folder: string, flags: RunFlags): Promise<void> {
  const peers = chosen(knownPeers(flags), flags.peers, "peer");
  const sets = chosen(listSets(folder), flags.sets, "set");
  for (const peer of peers) await peer.start();
  const reports: SetReport[] = [];
  try {
    for (const set of sets) {
      const started = performance.now();
      reports.push(await runSet(set, peers, flags));
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      process.stderr.write(`${atLineStart()}${set.name}: ${reports.at(-1)!.pages} pages in ${seconds} s\n`);
    }
  } finally {
    for (const peer of peers) peer.stop();
  }
  const markdown = reportMarkdown(machine(flags), peers, reports);
  mkdirSync(flags.out, { recursive: true });
  writeFileSync(join(flags.out, "extract.md"), markdown);
  writeFileSync(join(flags.out, "extract.svg"), reportChart(reports));
  console.log(markdown);
}

async function runSet(source: SetSource, peers: readonly Peer[], flags: RunFlags): Promise<SetReport> {
  const set = source.open();
  const indices = spreadSample(set.size, flags.limit ?? set.size);
  const truths = indices.map((index): Truth => {
    const { html, ...truth } = set.page(index);
    return { ...truth, bytes: Buffer.byteLength(html) };
  });
  const present = peers.filter(({ absent }) => absent === undefined);
  const runs = await runSideBySide(set, indices, present, {
    rounds: flags.rounds,
    timeoutMs: flags.timeout * 1000,
    onProgress: (done, all) => tell(`${source.name}: ${done} of ${all}`),
  });
  const reports = Array.from(runs, ([{ name }, pages]) => {
    if (flags.record)
      recordOutputs(flags.record, name, source, new Map(pages.map(({ text }, i) => [truths[i]!.id, text])));
    return reportPeer(name, pages, truths);
  });
  if (flags.recorded)
    for (const [name, outputs] of readRecorded(flags.recorded, source))
      reports.push(reportPeer(`${name} (recorded)`, recordedRuns(truths, outputs), truths));
  return { set: source.name, pages: indices.length, of: set.size, peers: reports };
}

/** Those that are named, in their own order; all without names. */
function chosen<Item extends { readonly name: string }>(
  items: readonly Item[],
  names: readonly string[] | undefined,
  kind: string,
): readonly Item[] {
  const unknown = names?.find((name) => !items.some((item) => item.name === name));
  if (unknown !== undefined)
    throw new Error(`there is no ${kind} "${unknown}"; known: ${items.map(({ name }) => name).join(", ")}`);
  return names ? items.filter(({ name }) => names.includes(name)) : items;
}

function machine({ rounds, extractor, bytes }: RunFlags): string {
  const day = new Date().toISOString().slice(0, 10);
  const input = `dehusk reads ${bytes ? "bytes" : "strings"}${extractor ? ` with --extractor ${extractor}` : ""}`;
  const cores = `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores`;
  return `${day}; ${cores}, Node ${process.versions.node}; ${rounds} round${rounds === 1 ? "" : "s"}; ${input}.`;
}

/** One line that is written over on a terminal; nothing elsewhere. */
function tell(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${atLineStart()}${words}`);
}

/** Clears the line on a terminal. */
function atLineStart(): string {
  return process.stderr.isTTY ? "\r\x1b[K" : "";
}
