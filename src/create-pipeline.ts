import type { CleanOptions } from "./clean-options.ts";
import type { Cleaned } from "./core/cleaned.ts";
import type { DocumentStage } from "./core/stage.ts";
import { documentStages, openDocument, runStages } from "./pipeline.ts";

/** A cleaner with options and stages of one's own. */
export interface Pipeline {
  cleanText(text: string | Uint8Array, options?: CleanOptions): Cleaned;
  cleanHtml(html: string | Uint8Array, options?: CleanOptions): Cleaned;
}

/** Makes a pipeline; `stages` takes the place of {@link documentStages}, and call options go over `options`. */
export function createPipeline(
  options: CleanOptions = {},
  stages: readonly DocumentStage<CleanOptions>[] = documentStages,
): Pipeline {
  const clean = (content: string | Uint8Array, mediaType: "text/plain" | "text/html", more?: CleanOptions): Cleaned => {
    const all = { ...options, ...more };
    return runStages(openDocument(content, mediaType, all).document, stages, all);
  };
  return {
    cleanText: (text, more) => clean(text, "text/plain", more),
    cleanHtml: (html, more) => clean(html, "text/html", more),
  };
}
