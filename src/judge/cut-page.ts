import { expectedF1 } from "../scoring/expected-f1.ts";
import type { Judgement } from "./judge-lines.ts";
import { LineContext } from "./line-context.ts";
import type { LineModel } from "./line-model.ts";
import { type JudgedLine, LineShapes } from "./line-shapes.ts";

/** A line stays where its probability is above this part of the expected F1: the optimum for independent lines. */
const PART = 0.5;

/** Which lines of a flattened page are not its main content: those outside of the choice with the best expected F1. */
export function cutPage(
  lines: readonly JudgedLine[],
  model: () => LineModel,
): readonly Pick<Judgement, "line" | "score">[] {
  if (lines.length === 0) return [];
  const shapes = new LineShapes(lines);
  const scores = model().score(
    new LineContext(shapes),
    lines.map((_, i) => i),
  );
  const content = scores.map((score) => 1 - score);
  const { threshold } = expectedF1(content, shapes.columns.size, PART);
  return Array.from(scores, (score, line) => ({ line, score })).filter(({ line }) => content[line]! <= threshold);
}
