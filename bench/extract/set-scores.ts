import { Dice } from "../corpus.ts";
import { f1, type PageScores, type Ratios } from "./page-scores.ts";

/** A score with its bootstrap standard error. */
export interface Figure extends Ratios {
  readonly f1: number;
  readonly error: number;
}

/** Scores over the pages of a set or page type; each only where the pages have such gold. */
export interface SetScores {
  readonly pages: number;
  readonly words?: Figure;
  readonly shingles?: Figure;
  readonly segments?: Figure;
}

const RESAMPLES = 1000;

/** Precision and recall of some pages together, and the score that is made of them. */
type Measure = (pages: readonly PageScores[]) => Ratios & { readonly f1: number };

/** Word F1 is the mean of the pages' own. */
const words: Measure = (pages) => ({
  precision: mean(pages, ({ words }) => words?.precision),
  recall: mean(pages, ({ words }) => words?.recall),
  f1: mean(pages, ({ words }) => words?.f1),
});

/** Shingle F1 is made from the means of precision and recall, as the public news benchmark does. */
const shingles: Measure = (pages) => {
  const means = {
    precision: mean(pages, ({ shingles }) => shingles?.precision),
    recall: mean(pages, ({ shingles }) => shingles?.recall),
  };
  return { ...means, f1: f1(means) };
};

/** Segments are counted over all pages together, as trafilatura's evaluation does. */
const segments: Measure = (pages) => {
  let [found, missed, letIn] = [0, 0, 0];
  for (const { segments } of pages) {
    found += segments?.found ?? 0;
    missed += segments?.missed ?? 0;
    letIn += segments?.letIn ?? 0;
  }
  const all = { precision: found / (found + letIn || 1), recall: found / (found + missed || 1) };
  return { ...all, f1: f1(all) };
};

/** Scores of a set of pages. Deterministic: the resamples are drawn from a fixed seed. */
export function scoreSet(pages: readonly PageScores[]): SetScores {
  const figure = (name: "words" | "shingles" | "segments", measure: Measure): Partial<SetScores> => {
    const scored = pages.filter((page) => page[name] !== undefined);
    return scored.length > 0 ? { [name]: { ...measure(scored), error: bootstrapError(scored, measure) } } : {};
  };
  return {
    pages: pages.length,
    ...figure("words", words),
    ...figure("shingles", shingles),
    ...figure("segments", segments),
  };
}

/** Standard deviation of the score over sets of as many pages, drawn from these with replacement. */
function bootstrapError(pages: readonly PageScores[], measure: Measure): number {
  const dice = new Dice(7);
  const scores = Array.from({ length: RESAMPLES }, () => measure(pages.map(() => pages[dice.roll(pages.length)]!)).f1);
  const middle = scores.reduce((sum, score) => sum + score, 0) / RESAMPLES;
  return Math.sqrt(scores.reduce((sum, score) => sum + (score - middle) ** 2, 0) / (RESAMPLES - 1));
}

function mean(pages: readonly PageScores[], scoreOf: (page: PageScores) => number | undefined): number {
  return pages.reduce((sum, page) => sum + (scoreOf(page) ?? 0), 0) / pages.length;
}
