import { expectedF1 } from "../scoring/expected-f1.ts";
import type { FeatureInput } from "./features/feature-group.ts";
import { page as pageFeatures } from "./features/page.ts";

/** What a page's type and the quality of its extraction are judged by: its own features, and how sure the scores are. */
export const PAGE_SIGNS: readonly string[] = [
  ...pageFeatures.names,
  ...["expectedF1", "expectedWords", "keptWords", "keptBlocks", "keptShare", "best", "doubt", "firstKept", "lastKept"],
  ...["keptProse", "keptLinks"],
];

/** The signs of a page with at least one block, one column each with one row. */
export function pageSigns(input: FeatureInput, scores: ArrayLike<number>, part: number): readonly Float32Array[] {
  const { measures, blocks } = input;
  const { threshold, f1 } = expectedF1(scores, measures.words, part);
  const sums = { expected: 0, doubt: 0, words: 0, prose: 0, links: 0, kept: 0, best: 0, first: -1, last: -1 };
  for (let b = 0; b < blocks.count; b++) {
    const score = scores[b]!;
    const words = measures.words[b]!;
    sums.expected += score * words;
    sums.doubt += score * (1 - score) * words;
    sums.best = Math.max(sums.best, score);
    if (score <= threshold) continue;
    if (sums.first < 0) sums.first = b;
    sums.last = b;
    sums.kept++;
    sums.words += words;
    sums.prose += measures.prose[b]!;
    sums.links += measures.linkShare[b]! * words;
  }
  const columns = PAGE_SIGNS.map(() => new Float32Array(1));
  pageFeatures.fill(input, columns.slice(0, pageFeatures.names.length));
  const total = measures.wordFrom[blocks.count]!;
  const own = [f1, sums.expected, sums.words, sums.kept, sums.words / Math.max(1, total), sums.best];
  own.push(sums.doubt / Math.max(1, sums.expected), sums.first / blocks.count, sums.last / blocks.count);
  own.push(sums.prose / Math.max(1, sums.words), sums.links / Math.max(1, sums.words));
  for (const [i, value] of own.entries()) columns[pageFeatures.names.length + i]![0] = value;
  return columns;
}
