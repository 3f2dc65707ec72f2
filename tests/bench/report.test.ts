import { expect, it } from "vitest";
import { Peer } from "../../bench/extract/peer.ts";
import { reportChart } from "../../bench/extract/report-chart.ts";
import { reportMarkdown, type SetReport } from "../../bench/extract/report-markdown.ts";
import { type PeerReport, recordedRuns, reportPeer, type Truth } from "../../bench/extract/set-report.ts";
import type { PageRun } from "../../bench/extract/side-by-side.ts";

const truths: readonly Truth[] = [
  { id: "1", gold: "one two", type: "forum", bytes: 1000 },
  { id: "2", gold: "head three four", type: "article", bytes: 3000 },
  { id: "3", gold: "five", type: "article", bytes: 500 },
];

const runs: readonly PageRun[] = [
  { text: "one two", ms: 2, unstable: false },
  { text: "three four", title: "Head", ms: 6, unstable: true },
  { text: "", failure: "threw", error: "Error: `no`\nluck", unstable: false },
];

it("sums up scores, speed and failures", () => {
  const report = reportPeer("fast", runs, truths);
  expect(report.scores.words?.f1).toBeCloseTo((1 + 0.8 + 0) / 3);
  expect(report.titled?.words?.f1).toBeCloseTo(2 / 3);
  expect(report.byType.get("article")?.words?.f1).toBeCloseTo(0.4);
  expect(report.byType.get("forum")?.pages).toBe(1);
  expect(report.speed).toEqual({ medianMs: 6, p95Ms: 6, mbPerSecond: 0.5 });
  expect(report).toMatchObject({
    threw: 1,
    crashed: 0,
    timedOut: 0,
    empty: 0,
    unstable: 1,
    error: "Error: `no`\nluck",
  });
});

it("scores recorded outputs, and takes a page they lack for empty", () => {
  const report = reportPeer("recorded", recordedRuns(truths, new Map([["1", "one two"]])), truths);
  expect(report).toMatchObject({ empty: 2, threw: 0 });
  expect(report).not.toHaveProperty("speed");
  expect(report.scores.words?.f1).toBeCloseTo(1 / 3);
});

it("writes a table of every peer, and says which are absent", () => {
  const [fast, gone] = [new Peer("fast", { command: "", args: [] }), new Peer("gone", { command: "", args: [] })];
  fast.version = "1.2";
  fast.peakRss = 5e7;
  gone.absent = "no | package";
  const set: SetReport = { set: "news", pages: 3, of: 9, peers: [reportPeer("fast", runs, truths)] };
  const markdown = reportMarkdown("A machine.", [fast, gone], [set]);
  expect(markdown).toContain("| fast | 1.2 | 50 |");
  expect(markdown).toContain("| gone | absent: no \\| package | – |");
  expect(markdown).toContain("| peer | news, word F1 |");
  expect(markdown).toMatch(/\| fast \| 0\.600 ± 0\.\d{3}, 6\.0 ms \|/);
  expect(markdown).toContain("## news: 3 of 9 pages");
  expect(markdown).toMatch(/\| fast \| 0\.600 ± 0\.\d{3} \| 0\.667 \| 0\.556 \| .* \| 0\.667 \|/);
  expect(markdown).toContain("| fast | 6.0 | 6.0 | 0.50 | 1 / 0 / 0 | 0 | 1 |");
  expect(markdown).toContain("fast threw first: `Error: no luck`");
  expect(markdown).toContain("| peer | article (2) | forum (1) |");
});

const point = (peer: string, f1: number, mbPerSecond: number): PeerReport => ({
  ...reportPeer(peer, runs, truths),
  scores: { pages: 3, words: { f1, error: 0.01, precision: f1, recall: f1 } },
  speed: { medianMs: 1, p95Ms: 2, mbPerSecond },
});

it("draws a panel for each set, better further up and faster further right, with labels that do not overlap", () => {
  const peers = [
    point("slow & good", 0.9, 0.5),
    point("fast", 0.8, 50),
    point("near", 0.801, 50),
    point("same", 0.8, 52),
  ];
  const svg = reportChart([
    { set: "news", pages: 3, of: 3, peers },
    { set: "forums", pages: 3, of: 3, peers: [point("only", 0.5, 10)] },
    { set: "unmeasured", pages: 3, of: 3, peers: [] },
  ]);
  expect(svg.match(/<g /g)?.length).toBe(2);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  const labelOf = (name: string): { x: number; y: number } => {
    const [, x, y] = new RegExp(`<text x="([\\d.]+)" y="([\\d.]+)"[^>]*>${name}<`).exec(svg) ?? [];
    return { x: Number(x), y: Number(y) };
  };
  const [good, fast, near, same] = ["slow &amp; good", "fast", "near", "same"].map(labelOf);
  expect(good!.x).toBeLessThan(fast!.x);
  expect(good!.y).toBeLessThan(fast!.y);
  const heights = [fast!.y, near!.y, same!.y].sort((a, b) => a - b);
  expect(heights[1]! - heights[0]!).toBeGreaterThanOrEqual(12);
  expect(heights[2]! - heights[1]!).toBeGreaterThanOrEqual(12);
});
