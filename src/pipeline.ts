import { applyEdits, withFlags } from "./core/apply-edits.ts";
import { type Cleaned, finish } from "./core/cleaned.ts";
import type { Document, Metadata } from "./core/document.ts";
import type { DocumentStage } from "./core/stage.ts";
import { segmentText } from "./segment/segment-text.ts";
import { invisible } from "./stages/normalise/invisible.ts";
import { nfc } from "./stages/normalise/nfc.ts";
import { entities } from "./stages/repair/entities.ts";
import { linkCase } from "./stages/repair/link-case.ts";
import { linkDebris } from "./stages/repair/link-debris.ts";
import { shortcodes } from "./stages/repair/shortcodes.ts";
import { strayTags } from "./stages/repair/stray-tags.ts";
import { liftTitle } from "./stages/strip/lift-title.ts";
import { siteName } from "./stages/strip/site-name.ts";
import { stockLines } from "./stages/strip/stock-lines.ts";
import { stockSentences } from "./stages/strip/stock-sentences.ts";
import { truncation } from "./stages/strip/truncation.ts";

/** The order of a document's own stages: one line a stage. */
export const documentStages: readonly DocumentStage<any>[] = [
  linkDebris,
  linkCase,
  strayTags,
  shortcodes,
  entities,
  siteName,
  stockLines,
  stockSentences,
  truncation,
  liftTitle,
  invisible,
  nfc,
];

export function cleanDocument(document: Document, options: any): Cleaned {
  let current = document;
  for (const stage of documentStages) {
    for (let round = 0; round < (stage.rounds ?? 1); round++) {
      const next = applyEdits(current, stage, stage.plan(current, options));
      if (next === current) break;
      current = next;
    }
  }
  return finish(current);
}
export function textDocument(source: string, metadata: Metadata): Document {
  return { mediaType: "text/plain", source, visible: [{ start: 0, end: source.length, text: source, verbatim: true }], blocks: segmentText(source), edits: [], metadata, flags: [] };
}
void withFlags;
