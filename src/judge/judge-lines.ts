import { candidates, isSuspicious } from "./candidates.ts";
import { LineContext, sumsOf } from "./line-context.ts";
import type { LineModel } from "./line-model.ts";
import { type JudgedLine, LineShapes } from "./line-shapes.ts";

/** A line that is to go, and how sure that is. */
export interface Judgement {
  readonly line: number;
  /** 0 to 1. */
  readonly score: number;
  readonly place: "above" | "between" | "below";
  /** How many lines without prose stand together there, the line among them. */
  readonly run: number;
}

// The thresholds are those that lose least prose for what they take, cross-validated by host.
/**
 * What the probabilities above a half, and the lines that rules took, have to come to before a document counts as noisy. One
 * doubtful line of an otherwise clean text is mostly its author's.
 */
const NOISY = 4;
/** Least probability that a line goes by: beyond the text of a noisy document, or in it; in a document that is not noisy. */
const [BEYOND_NOISY, AMONG_NOISY, LONE] = [0.6, 0.75, 0.8];
/** The same for a line of prose: beyond the text of a noisy document, and elsewhere. */
const [BEYOND_PROSE, AMONG_PROSE] = [0.8, 0.93];
/** Mean probability of all lines from one to the first or the last, from which that one is beyond the text. */
const BEYOND = 0.5;
/** Share of the words that must be prose, and lines of prose: lists, menus and tables are not judged. */
const [PROSE_SHARE, PROSE_LINES] = [0.5, 2];

/**
 * Which lines of a nearly clean document are furniture. Documents of little prose are left alone. `taken` is how many lines
 * of furniture rules have taken before.
 */
export function judgeLines(
  lines: readonly JudgedLine[],
  model: () => LineModel,
  taken: number = 0,
): readonly Judgement[] {
  if (!isSuspicious(lines)) return [];
  const shapes = new LineShapes(lines);
  const judged = candidates(shapes);
  if (judged.length === 0) return [];
  const context = new LineContext(shapes);
  const { count, proseAbove, sizeAbove, proseLinesAbove, proseBefore, proseAfter } = context;
  if (proseLinesAbove[count]! < PROSE_LINES || proseAbove[count]! < PROSE_SHARE * sizeAbove[count]!) return [];
  const scores = model().score(context, judged);
  const thresholds = thresholdsFor(context, judged, scores, taken);
  const found: Judgement[] = [];
  for (const [k, line] of judged.entries()) {
    const score = scores[k]!;
    if (score <= thresholds[k]!) continue;
    const run = proseAfter[line]! - proseBefore[line]! - 1;
    found.push({ line, score, place: placeOf(context, line), run });
  }
  return found;
}

function placeOf({ proseBefore, proseAfter, count }: LineContext, line: number): Judgement["place"] {
  if (proseBefore[line]! < 0) return "above";
  return proseAfter[line] === count ? "below" : "between";
}

/** For each judged line the probability that it goes by, as all scores of the document let expect. */
function thresholdsFor(
  { count, shapes: { prose } }: LineContext,
  judged: readonly number[],
  scores: Float64Array,
  taken: number,
): number[] {
  const all = new Float64Array(count);
  let evidence = taken;
  for (const [k, line] of judged.entries()) {
    all[line] = scores[k]!;
    if (scores[k]! > 0.5) evidence += scores[k]!;
  }
  const above = sumsOf(all);
  const isBeyond = (line: number): boolean =>
    above[line + 1]! > BEYOND * (line + 1) || above[count]! - above[line]! > BEYOND * (count - line);
  const isNoisy = evidence > NOISY;
  return judged.map((line) => {
    if (prose[line]) return isNoisy && isBeyond(line) ? BEYOND_PROSE : AMONG_PROSE;
    if (!isNoisy) return LONE;
    return isBeyond(line) ? BEYOND_NOISY : AMONG_NOISY;
  });
}
