import { type Cleaned, type CleanOptions, cleanHtml, cleanText } from "../../src/index.ts";
import { sourceName } from "../../src/learn/source-name.ts";
import type { BenchPage, PageSet } from "../extract/page-set.ts";
import { textOf } from "../noise/noise-counts.ts";
import { drawEdges, type NoisyDocument, type NoisyLine, ReferenceDraw } from "../noise/noisy-documents.ts";
import { goldLines, letterKey, surroundingsOf } from "../noise/surroundings.ts";
import { visibleLines } from "../noise/visible-lines.ts";

/**
 * What is made of a page: its gold alone, its gold with some furniture of the page around it, all its lines, or what
 * the extractor keeps of it.
 */
export const VARIANTS = ["clean", "around", "flattened", "kept"] as const;
export type Variant = (typeof VARIANTS)[number];

/** A document of a host, and how it is cleaned with some options more. */
export interface HostDocument {
  readonly lines: NoisyDocument;
  clean(more?: CleanOptions): Cleaned;
}

/** Letters and digits of the shortest line that is told from the gold. */
const SHORTEST = 4;

/** The pages of a set that have their main text, by host; only hosts of at least `least` such pages. */
export function hostsOf(set: PageSet, least: number): ReadonlyMap<string, readonly BenchPage[]> {
  const indices: [host: string, index: number][] = [];
  for (let index = 0; index < set.size; index++) {
    const { url, gold } = set.page(index);
    const host = url === undefined || !gold ? "" : sourceName(url, "");
    if (host !== "") indices.push([host, index]);
  }
  const groups = Map.groupBy(indices, ([host]) => host);
  const large = [...groups].filter(([, pages]) => pages.length >= least);
  return new Map(large.map(([host, pages]) => [host, pages.map(([, index]) => set.page(index))]));
}

/** The documents of one variant; a page that has none of it gives none. */
export function hostDocuments(variant: Variant, pages: readonly BenchPage[]): HostDocument[] {
  const draw = new ReferenceDraw();
  return pages.flatMap((page) => {
    if (variant === "kept") return keptBlocks(page);
    const lines = linesOf(variant, page, draw);
    if (!lines) return [];
    const text = textOf(lines);
    return { lines, clean: (more) => cleanText(text, { url: page.url!, ...more }) };
  });
}

function keptBlocks(page: BenchPage): HostDocument[] {
  const clean = (more?: CleanOptions): Cleaned => cleanHtml(page.html, { url: page.url!, ...more });
  const { blocks } = clean();
  return blocks.length === 0
    ? []
    : [
        {
          lines: labelled(
            page,
            blocks.map(({ text }) => text),
          ),
          clean,
        },
      ];
}

function linesOf(variant: Variant, page: BenchPage, draw: ReferenceDraw): NoisyDocument | undefined {
  const gold = goldLines(page.gold ?? "").map((text): NoisyLine => ({ text, furniture: false }));
  if (variant === "clean") return gold;
  if (variant === "flattened") return labelled(page, visibleLines(page.html));
  const surroundings = surroundingsOf(page);
  if (!surroundings) return undefined;
  const { head, tail } = drawEdges(surroundings, draw);
  const furniture = (text: string): NoisyLine => ({ text, furniture: true });
  return [...head.map(furniture), ...gold, ...tail.map(furniture)];
}

/** Furniture is what stands nowhere in the gold. */
function labelled({ gold = "" }: BenchPage, texts: readonly string[]): NoisyDocument {
  const all = letterKey(gold);
  return texts.map((text) => {
    const key = letterKey(text);
    return { text, furniture: key.length >= SHORTEST && !all.includes(key) };
  });
}
