import type { Peer } from "./peer.ts";
import type { PeerReport } from "./set-report.ts";
import type { Figure, SetScores } from "./set-scores.ts";

/** What was measured on one set. */
export interface SetReport {
  readonly set: string;
  /** Pages that were run, and pages that there are. */
  readonly pages: number;
  readonly of: number;
  readonly peers: readonly PeerReport[];
}

type Score = "words" | "shingles" | "segments";

const SCORES: Readonly<Record<Score, string>> = {
  words: "word F1",
  shingles: "shingle F1",
  segments: "with/without F",
};

const LONGEST_ERROR = 160;

/** The whole report: a line on the machine, the peers, and for each set its tables. */
export function reportMarkdown(machine: string, peers: readonly Peer[], sets: readonly SetReport[]): string {
  return [
    "# Extraction, side by side",
    machine,
    "± is the bootstrap standard error. Failures are pages that threw / crashed / timed out; their output counts as empty.",
    peerTable(peers),
    "All sets, with the median time for a page:",
    overviewTable(sets),
    ...sets.flatMap(setTables),
    "",
  ].join("\n\n");
}

function peerTable(peers: readonly Peer[]): string {
  const rows = peers.map(({ name, version, absent, peakRss }) =>
    absent === undefined
      ? [name, version, peakRss > 0 ? (peakRss / 1e6).toFixed(0) : "–"]
      : [name, `absent: ${absent.replaceAll("|", "\\|")}`, "–"],
  );
  return table(["peer", "version", "peak RSS, MB"], rows);
}

/** A row a peer, a column a set: what the gold of the set is foremost, main text or segments. */
function overviewTable(sets: readonly SetReport[]): string {
  const names = Array.from(new Set(sets.flatMap(({ peers }) => peers.map(({ peer }) => peer))));
  const rows = names.map((name) => [
    name,
    ...sets.map(({ peers }) => {
      const report = peers.find(({ peer }) => peer === name);
      const quality = figureText(report?.scores, foremost(peers));
      return report?.speed ? `${quality}, ${report.speed.medianMs.toFixed(1)} ms` : quality;
    }),
  ]);
  return table(["peer", ...sets.map(({ set, peers }) => `${set}, ${SCORES[foremost(peers)]}`)], rows);
}

function foremost(peers: readonly PeerReport[]): Score {
  return peers[0]?.scores.words ? "words" : "segments";
}

function setTables({ set, pages, of, peers }: SetReport): readonly string[] {
  const scores = Object.keys(SCORES).filter((score) => peers[0]?.scores[score as Score]) as Score[];
  const types = Array.from(new Set(peers.flatMap(({ byType }) => [...byType.keys()]))).sort();
  return [
    `## ${set}: ${pages === of ? pages : `${pages} of ${of}`} pages`,
    qualityTable(scores, peers),
    speedTable(peers),
    ...peers.flatMap(({ peer, error }) =>
      error === undefined ? [] : [`${peer} threw first: \`${errorText(error)}\``],
    ),
    ...(types.length > 1 ? scores.flatMap((score) => typeTable(score, types, peers)) : []),
  ];
}

function qualityTable(scores: readonly Score[], peers: readonly PeerReport[]): string {
  const titled = scores.includes("words");
  const head = scores.flatMap((score) => [SCORES[score], "P", "R"]);
  const rows = peers.map((report) => [
    report.peer,
    ...scores.flatMap((score) => figureCells(report.scores[score])),
    ...(titled ? [report.titled?.words?.f1.toFixed(3) ?? "–"] : []),
  ]);
  return table(["peer", ...head, ...(titled ? ["word F1 with its title"] : [])], rows);
}

function speedTable(peers: readonly PeerReport[]): string {
  const rows = peers.map(({ peer, speed, threw, crashed, timedOut, empty, unstable }) => [
    peer,
    ...(speed ? [speed.medianMs.toFixed(1), speed.p95Ms.toFixed(1), speed.mbPerSecond.toFixed(2)] : ["–", "–", "–"]),
    `${threw} / ${crashed} / ${timedOut}`,
    String(empty),
    String(unstable),
  ]);
  return table(["peer", "median ms", "p95 ms", "MB/s", "failures", "empty", "unstable"], rows);
}

function typeTable(score: Score, types: readonly string[], peers: readonly PeerReport[]): readonly string[] {
  const pagesOf = (type: string): number => peers.find(({ byType }) => byType.has(type))?.byType.get(type)?.pages ?? 0;
  const rows = peers.map(({ peer, byType }) => [peer, ...types.map((type) => figureText(byType.get(type), score))]);
  return [
    `${SCORES[score]} by page type:`,
    table(["peer", ...types.map((type) => `${type} (${pagesOf(type)})`)], rows),
  ];
}

function errorText(error: string): string {
  return error.replace(/[`\s]+/g, " ").slice(0, LONGEST_ERROR);
}

function figureText(scores: SetScores | undefined, score: Score): string {
  const figure = scores?.[score];
  return figure ? `${figure.f1.toFixed(3)} ± ${figure.error.toFixed(3)}` : "–";
}

function figureCells(figure: Figure | undefined): readonly string[] {
  if (!figure) return ["–", "–", "–"];
  const { f1, error, precision, recall } = figure;
  return [`${f1.toFixed(3)} ± ${error.toFixed(3)}`, precision.toFixed(3), recall.toFixed(3)];
}

/** The first column is words, the others are figures. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}
