import { remove } from "../../core/edit.ts";
import type { InputKind } from "../../core/input-kind.ts";
import { stageOf } from "../../core/rule.ts";
import type { DocumentStage } from "../../core/stage.ts";
import { cutPage } from "../../judge/cut-page.ts";
import { judgeLines } from "../../judge/judge-lines.ts";
import { type LineModel, lineModel } from "../../judge/line-model.ts";
import { judgeReason } from "./judge-reason.ts";
import { saysTheSame } from "./lift-title.ts";
import { flattenedRule, placeRules } from "./line-judge-rules.ts";
import { type PackOptions, phrasebooksOf } from "./phrasebooks.ts";

/** Options of the judge. */
export interface JudgeOptions {
  /** `false` leaves it to the rules alone what goes. */
  readonly judge?: boolean;
  /** What a text is; `nearly-clean` without it. */
  readonly inputKind?: InputKind;
}

/** Gives the model for a kind of text; asked only where there is something to judge. */
export type Models = (kind: InputKind) => LineModel;

/** Enough digits to read, and the same on every machine. */
const rounded = (score: number): number => Math.round(score * 1000) / 1000;

/** The {@link lineJudge} with other models. */
export function lineJudgeWith(models: Models): DocumentStage<JudgeOptions & PackOptions> {
  return {
    name: "line-judge",
    rules: Object.values(placeRules),
    cap: 0.5,
    *plan(document, options) {
      const { judge = true, inputKind = "nearly-clean" } = options;
      const { mediaType, blocks, metadata, edits } = document;
      if (!judge || inputKind !== "nearly-clean" || mediaType === "text/html") return;
      const taken = edits.filter(({ rule }) => stageOf(rule.id) === "strip").length;
      for (const judgement of judgeLines(blocks, () => models("nearly-clean"), taken)) {
        const block = blocks[judgement.line]!;
        if (metadata.title !== undefined && saysTheSame(metadata.title, block.text)) continue;
        const reason = judgeReason(judgement, block.text, phrasebooksOf(options).bookFor(document).lexicon);
        yield { ...remove(block, placeRules[judgement.place]), score: rounded(judgement.score), reason };
      }
    },
  };
}

/** The {@link pageCut} with other models. It may take nearly all of a text: most lines of a page are furniture. */
export function pageCutWith(models: Models): DocumentStage<JudgeOptions> {
  return {
    name: "page-cut",
    rules: [flattenedRule],
    cap: 1,
    *plan({ mediaType, blocks }, { judge = true, inputKind }) {
      if (!judge || inputKind !== "flattened" || mediaType === "text/html") return;
      for (const { line, score } of cutPage(blocks, () => models("flattened")))
        yield { ...remove(blocks[line]!, flattenedRule), score: rounded(score) };
    },
  };
}

/** Removes lines of text that a learned model knows as furniture, by their words, their looks and what is around them. */
export const lineJudge: DocumentStage<JudgeOptions & PackOptions> = lineJudgeWith(lineModel);

/** Cuts the main content out of the flattened text of a page. */
export const pageCut: DocumentStage<JudgeOptions> = pageCutWith(lineModel);
