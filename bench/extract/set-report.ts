import { scorePage } from "./page-scores.ts";
import type { BenchPage } from "./page-set.ts";
import type { Peer } from "./peer.ts";
import { type SetScores, scoreSet } from "./set-scores.ts";
import type { PageRun } from "./side-by-side.ts";

/** Time on the pages of a set that did not fail. */
export interface Speed {
  readonly medianMs: number;
  readonly p95Ms: number;
  /** MB (10⁶ bytes of the page in UTF-8) a second, over all pages together. */
  readonly mbPerSecond: number;
}

/** Everything said of a peer on a set. */
export interface PeerReport {
  readonly peer: string;
  readonly scores: SetScores;
  /** Scores of title and text together, where the peer gives a title: some golds have it and some have not. */
  readonly titled?: SetScores;
  readonly byType: ReadonlyMap<string, SetScores>;
  /** None for outputs that were recorded elsewhere. */
  readonly speed?: Speed;
  readonly threw: number;
  /** The first thing it threw, to tell a poor adapter from a poor extractor. */
  readonly error?: string;
  readonly crashed: number;
  readonly timedOut: number;
  /** Pages that came back without a word, though nothing failed. */
  readonly empty: number;
  /** Pages whose text was not the same in all rounds. */
  readonly unstable: number;
}

/** What stays of a page when its HTML is let go: the gold, and the size. */
export interface Truth extends Omit<BenchPage, "html"> {
  /** UTF-8 bytes of the page. */
  readonly bytes: number;
}

/** Sums up what a peer did on a set; `runs` and `truths` are in the same order. */
export function reportPeer(peer: Peer["name"], runs: readonly PageRun[], truths: readonly Truth[]): PeerReport {
  const scores = runs.map((run, i) => scorePage(truths[i]!, run.text));
  const byType = Map.groupBy(scores.keys(), (i) => truths[i]!.type);
  const count = (failure: PageRun["failure"]): number => runs.filter((run) => run.failure === failure).length;
  const speed = speedOf(runs, truths);
  const error = runs.find((run) => run.error !== undefined)?.error;
  return {
    peer,
    scores: scoreSet(scores),
    ...(runs.some(({ title }) => title) && {
      titled: scoreSet(runs.map(({ title = "", text }, i) => scorePage(truths[i]!, `${title}\n\n${text}`))),
    }),
    byType: new Map(
      Array.from(byType)
        .flatMap(([type, indices]) => (type === undefined ? [] : [[type, indices] as const]))
        .map(([type, indices]) => [type, scoreSet(indices.map((i) => scores[i]!))]),
    ),
    ...(speed && { speed }),
    threw: count("threw"),
    ...(error !== undefined && { error }),
    crashed: count("crashed"),
    timedOut: count("timed-out"),
    empty: runs.filter(({ text, failure }) => failure === undefined && !/\S/.test(text)).length,
    unstable: runs.filter(({ unstable }) => unstable).length,
  };
}

/** The runs of outputs that were recorded elsewhere; a page that is not among them counts as empty. */
export function recordedRuns(truths: readonly Truth[], outputs: ReadonlyMap<string, string>): readonly PageRun[] {
  return truths.map(({ id }) => ({ text: outputs.get(id) ?? "", unstable: false }));
}

function speedOf(runs: readonly PageRun[], truths: readonly Truth[]): Speed | undefined {
  const times = runs.flatMap(({ ms }) => (ms === undefined ? [] : [ms])).sort((a, b) => a - b);
  if (times.length === 0) return undefined;
  const bytes = runs.reduce((sum, { ms }, i) => (ms === undefined ? sum : sum + truths[i]!.bytes), 0);
  return {
    medianMs: times[Math.floor(times.length / 2)]!,
    p95Ms: times[Math.floor(times.length * 0.95)]!,
    mbPerSecond: bytes / 1e3 / times.reduce((sum, time) => sum + time, 0),
  };
}
