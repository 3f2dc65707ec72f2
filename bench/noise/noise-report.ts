import { ALL, type OwnMeasures } from "./measure-own.ts";
import type { SetMeasures } from "./measure-set.ts";
import { type NoiseCounts, ratesOf } from "./noise-counts.ts";
import { VARIANTS } from "./noisy-documents.ts";

const TITLES: Readonly<Record<string, string>> = {
  around: "around the article",
  between: "between paragraphs, where it stood",
  moved: "between paragraphs, moved there",
  lone: "one line only",
};

/** The whole report as Markdown. */
export function noiseReport(
  machine: string,
  names: readonly string[],
  sets: readonly SetMeasures[],
  own: OwnMeasures,
): string {
  return [
    "# Noise in scraped text, side by side",
    machine,
    "## Nearly clean articles",
    "Recall of furniture lines / precision of the lines that went / letters of prose lost.",
    ...VARIANTS.flatMap((task) => [`### Furniture ${TITLES[task]}`, linesTable(names, sets, task)]),
    "## Do no harm",
    "Letters lost of texts that are clean / texts that lost a line.",
    harmTable(names, sets),
    "## Flattened pages",
    "Mean word F1.",
    flatTable(names, sets),
    "## The project's own lines",
    "Each line by itself among three paragraphs: recall of furniture / precision.",
    ownTable(names, own.byClass, ([key]) => key === ALL),
    "Recall by class of furniture:",
    ownTable(names, own.byClass, ([key, counts]) => key !== ALL && isFurniture(counts)),
    "By language:",
    ownTable(names, own.byLanguage, () => true),
    "",
  ].join("\n\n");
}

function isFurniture(counts: ReadonlyMap<string, NoiseCounts>): boolean {
  return [...counts.values()].some(({ furniture }) => furniture > 0);
}

const percent = (share: number): string => `${(100 * share).toFixed(3)} %`;
const ratio = (share: number): string => (Number.isNaN(share) ? "–" : share.toFixed(3));

function linesTable(names: readonly string[], sets: readonly SetMeasures[], task: string): string {
  const kinds = sets.flatMap(({ counts }) => [...(counts.get(task) ?? [])]);
  return table(
    ["pages", ...names],
    kinds.map(([kind, counts]) => [
      `${kind} (${[...counts.values()][0]!.documents})`,
      ...names.map((name) => {
        const { recall, precision, lost } = ratesOf(counts.get(name)!);
        return `${ratio(recall)} / ${ratio(precision)} / ${percent(lost)}`;
      }),
    ]),
  );
}

function harmTable(names: readonly string[], sets: readonly SetMeasures[]): string {
  const kinds = sets.flatMap(({ counts }) => [...(counts.get("clean") ?? [])]);
  return table(
    ["pages", ...names],
    kinds.map(([kind, counts]) => [
      `${kind} (${[...counts.values()][0]!.documents})`,
      ...names.map((name) => `${percent(ratesOf(counts.get(name)!).lost)} / ${counts.get(name)!.harmed}`),
    ]),
  );
}

function flatTable(names: readonly string[], sets: readonly SetMeasures[]): string {
  const kinds = sets.flatMap(({ flattened }) => [...flattened]);
  const mean = (values: readonly number[]): string =>
    (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3);
  return table(
    ["pages", ...names],
    kinds.map(([kind, scores]) => [
      `${kind} (${[...scores.values()][0]!.length})`,
      ...names.map((name) => mean(scores.get(name)!)),
    ]),
  );
}

type Group = ReadonlyMap<string, ReadonlyMap<string, NoiseCounts>>;

function ownTable(
  names: readonly string[],
  group: Group,
  shown: (entry: readonly [string, ReadonlyMap<string, NoiseCounts>]) => boolean,
): string {
  return table(
    ["lines", ...names],
    [...group].filter(shown).map(([key, counts]) => [
      `${key} (${[...counts.values()][0]!.documents})`,
      ...names.map((name) => {
        const { recall, precision } = ratesOf(counts.get(name)!);
        return `${ratio(recall)} / ${ratio(precision)}`;
      }),
    ]),
  );
}

/** The first column is words, the others are figures. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}
