import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CleanOptions } from "../../src/clean-options.ts";
import type { Cleaned } from "../../src/core/cleaned.ts";
import { LineModel } from "../../src/judge/line-model.ts";
import { documentStages, openDocument, runStages } from "../../src/pipeline.ts";
import { lineJudge, lineJudgeWith, type Models, pageCut, pageCutWith } from "../../src/stages/strip/line-judge.ts";

/** Parts that hosts are dealt to; models/lines/lines.py deals them the same way. */
const FOLDS = 5;

function foldOf(host: string): number {
  const digest = createHash("sha256").update(host).digest("hex");
  return Number(BigInt(`0x${digest}`) % BigInt(FOLDS));
}

/** Cleans each text with the line judge that saw no page of its host: the models that training left in its work folder. */
export function crossValidated(folder: string): (text: string, host: string, options: CleanOptions) => Cleaned {
  const stages = Array.from({ length: FOLDS }, (_, fold) => {
    const models = foldModels(folder, fold);
    return documentStages.map((stage) => {
      if (stage === lineJudge) return lineJudgeWith(models);
      return stage === pageCut ? pageCutWith(models) : stage;
    });
  });
  return (text, host, options) =>
    runStages(openDocument(text, "text/plain", options).document, stages[foldOf(host)]!, options);
}

function foldModels(folder: string, fold: number): Models {
  const loaded = new Map<string, LineModel>();
  return (kind) => {
    const file = join(folder, `${kind}-${fold}.json`);
    const model = loaded.get(kind) ?? new LineModel(JSON.parse(readFileSync(file, "utf8")));
    loaded.set(kind, model);
    return model;
  };
}
