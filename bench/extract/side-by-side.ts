import type { BenchPage, PageSet } from "./page-set.ts";
import type { Peer } from "./peer.ts";
import type { Outcome } from "./peer-process.ts";

/** What a peer made of one page in all rounds. */
export interface PageRun {
  readonly text: string;
  readonly title?: string;
  /** Median of the rounds; where the first round failed, there is none. */
  readonly ms?: number;
  readonly failure?: "threw" | "crashed" | "timed-out";
  /** What it threw. */
  readonly error?: string;
  /** Whether some round gave another text than the first. */
  readonly unstable: boolean;
}

export interface RunOptions {
  readonly rounds: number;
  readonly timeoutMs: number;
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Pages that a peer takes in a row. The peers take turns, so that a machine that slows down slows all of them, but not
 * after each page, or a fast peer would find its memory cold every time.
 */
const TURN = 8;

/** Runs all peers over these pages of a set; the answers are in the order of `indices`. */
export async function runSideBySide(
  set: PageSet,
  indices: readonly number[],
  peers: readonly Peer[],
  { rounds, timeoutMs, onProgress }: RunOptions,
): Promise<ReadonlyMap<Peer, readonly PageRun[]>> {
  const outcomes = new Map(peers.map((peer) => [peer, indices.map((): Outcome[] => [])]));
  for (let round = 0; round < rounds; round++) {
    for (let first = 0; first < indices.length; first += TURN) {
      const pages = indices.slice(first, first + TURN).map((index) => set.page(index));
      for (const peer of rotated(peers, first / TURN + round)) {
        // The first turn of all is run twice: compilers and caches warm up on it.
        if (round === 0 && first === 0) await takeTurn(peer, pages, timeoutMs);
        const taken = await takeTurn(peer, pages, timeoutMs);
        for (const [i, outcome] of taken.entries()) outcomes.get(peer)![first + i]!.push(outcome);
      }
      onProgress?.(round * indices.length + first + pages.length, rounds * indices.length);
    }
  }
  return new Map(Array.from(outcomes, ([peer, pages]) => [peer, pages.map(toPageRun)]));
}

async function takeTurn(peer: Peer, pages: readonly BenchPage[], timeoutMs: number): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const page of pages) outcomes.push(await peer.ask(page, timeoutMs));
  return outcomes;
}

/** Each turn begins with another peer: none always follows the same one. */
function rotated(peers: readonly Peer[], by: number): readonly Peer[] {
  const start = by % peers.length;
  return [...peers.slice(start), ...peers.slice(0, start)];
}

function toPageRun(rounds: readonly Outcome[]): PageRun {
  const first = rounds[0]!;
  const unstable = rounds.some((round) => textOf(round) !== textOf(first));
  if ("failure" in first) return { text: "", failure: first.failure, unstable };
  if (first.error !== undefined) return { text: "", failure: "threw", error: first.error, unstable };
  const times = rounds.flatMap((round) => ("ms" in round ? [round.ms] : [])).sort((a, b) => a - b);
  return {
    text: first.text,
    ...(first.title && { title: first.title }),
    ms: times[Math.floor(times.length / 2)]!,
    unstable,
  };
}

/** Nothing for a page that failed, so that a failure in one round of several shows. */
function textOf(outcome: Outcome): string | undefined {
  return "failure" in outcome || outcome.error !== undefined ? undefined : outcome.text;
}
