import { candidates, isSuspicious } from "./candidates.ts";
import { LineContext } from "./line-context.ts";
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

/** Probability that a line goes by alone, above and below the prose and in it, and one that goes beside such a line. */
const [SURE_OUTSIDE, SURE_BETWEEN, BESIDE] = [0.75, 0.85, 0.62];
/** Least probability that a line of prose goes by. */
const LEAST_PROSE = 0.93;
/** Share of the words that must be prose, and lines of prose: lists, menus and tables are not judged. */
const [PROSE_SHARE, PROSE_LINES] = [0.5, 2];

/** Which lines of a nearly clean document are furniture. Documents of little prose are left alone. */
export function judgeLines(lines: readonly JudgedLine[], model: () => LineModel): readonly Judgement[] {
  if (!isSuspicious(lines)) return [];
  const shapes = new LineShapes(lines);
  const judged = candidates(shapes);
  if (judged.length === 0) return [];
  const context = new LineContext(shapes);
  const { count, proseAbove, sizeAbove, proseLinesAbove, proseBefore, proseAfter } = context;
  if (proseLinesAbove[count]! < PROSE_LINES || proseAbove[count]! < PROSE_SHARE * sizeAbove[count]!) return [];
  const scores = model().score(context, judged);
  const found: Judgement[] = [];
  for (const { line, score } of sureRuns(context, judged, scores)) {
    const [before, after] = [proseBefore[line]!, proseAfter[line]!];
    found.push({ line, score, place: placeOf(context, line), run: after - before - 1 });
  }
  return found;
}

function placeOf({ proseBefore, proseAfter, count }: LineContext, line: number): Judgement["place"] {
  if (proseBefore[line]! < 0) return "above";
  return proseAfter[line] === count ? "below" : "between";
}

/** Runs of likely lines that have a sure one among them: where one line of a share row is known, so are the others. */
function* sureRuns(
  context: LineContext,
  judged: readonly number[],
  scores: Float64Array,
): Generator<{ readonly line: number; readonly score: number }> {
  const { prose } = context.shapes;
  let run: { line: number; score: number }[] = [];
  let sure = false;
  for (const [k, line] of judged.entries()) {
    const score = scores[k]!;
    const between = placeOf(context, line) === "between";
    const likely = score > (prose[line] ? LEAST_PROSE : between ? SURE_BETWEEN : BESIDE);
    if (!likely || run.at(-1)?.line !== line - 1) {
      if (sure) yield* run;
      [run, sure] = [[], false];
    }
    if (!likely) continue;
    run.push({ line, score });
    sure ||= score > SURE_OUTSIDE;
  }
  if (sure) yield* run;
}
