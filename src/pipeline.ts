import type { CleanOptions } from "./clean-options.ts";
import { applyEdits, withFlags } from "./core/apply-edits.ts";
import { type Cleaned, finish } from "./core/cleaned.ts";
import type { CorpusStage } from "./core/corpus-stage.ts";
import type { Document, MediaType } from "./core/document.ts";
import type { Rule } from "./core/rule.ts";
import type { RawRecord } from "./core/source.ts";
import type { DocumentStage } from "./core/stage.ts";
import { decode } from "./decode/decode.ts";
import type { Decoded } from "./decode/decode-as.ts";
import { identicalParagraphs } from "./dedupe/identical-paragraphs.ts";
import { nearCopies } from "./dedupe/near-copies.ts";
import { nearIdenticalParagraphs } from "./dedupe/near-identical-paragraphs.ts";
import { settleLanguage } from "./document-language.ts";

export { checkSites } from "./extract/check-sites.ts";

import { extraction } from "./extract/extract-stage.ts";
import { pageDocument, readPage } from "./extract/page.ts";
import { profileLines } from "./learn/profile-lines.ts";
import { sourceFurniture } from "./learn/source-furniture.ts";
import { knownBefore, openPage } from "./open-page.ts";
import { segmentText } from "./segment/segment-text.ts";
import { shapePlain, shapeRaw } from "./segment/shape-text.ts";
import { bidi } from "./stages/normalise/bidi.ts";
import { invisible } from "./stages/normalise/invisible.ts";
import { nfc } from "./stages/normalise/nfc.ts";
import { entities } from "./stages/repair/entities.ts";
import { inlineCode } from "./stages/repair/inline-code.ts";
import { linkCase } from "./stages/repair/link-case.ts";
import { linkDebris } from "./stages/repair/link-debris.ts";
import { markdownLinks } from "./stages/repair/markdown-links.ts";
import { mojibake } from "./stages/repair/mojibake.ts";
import { placeholders } from "./stages/repair/placeholders.ts";
import { shortcodes } from "./stages/repair/shortcodes.ts";
import { strayTags } from "./stages/repair/stray-tags.ts";
import { wikiResidue } from "./stages/repair/wiki-residue.ts";
import { liftTitle } from "./stages/strip/lift-title.ts";
import { lineJudge, pageCut } from "./stages/strip/line-judge.ts";
import { siteName } from "./stages/strip/site-name.ts";
import { stockLines } from "./stages/strip/stock-lines.ts";
import { stockSentences } from "./stages/strip/stock-sentences.ts";
import { truncation } from "./stages/strip/truncation.ts";

/** The order of a document's own stages, one line a stage. Repairs first: a phrase is known only in whole text. */
export const documentStages: readonly DocumentStage<CleanOptions>[] = [
  mojibake,
  inlineCode,
  placeholders,
  linkDebris,
  markdownLinks,
  strayTags,
  shortcodes,
  entities,
  wikiResidue,
  invisible,
  bidi,
  linkCase,
  pageCut,
  siteName,
  stockLines,
  stockSentences,
  lineJudge,
  truncation,
  liftTitle,
  nfc,
  profileLines,
];

/** Which of the stages that see every document are to run. */
export interface CorpusOptions {
  /** Whether near-copies and duplicate paragraphs go. */
  readonly dedupe: boolean;
  /** Whether furniture is learned from the documents of each source. */
  readonly learn: boolean;
}

/**
 * The order of the stages that see every document. Copies first, so that no story counts twice for what repeats; then
 * furniture before paragraphs, or the one of its lines that stays would stand in the ledger as kept.
 */
export function corpusStagesOf({ dedupe, learn }: CorpusOptions): readonly CorpusStage[] {
  return [
    ...(dedupe ? [nearCopies] : []),
    ...(learn ? [sourceFurniture] : []),
    ...(dedupe ? [identicalParagraphs, nearIdenticalParagraphs] : []),
  ];
}

/** All of them. */
export const corpusStages: readonly CorpusStage[] = corpusStagesOf({ dedupe: true, learn: true });

/** Every rule there is, in the order of the pipeline. */
export const allRules: readonly Rule[] = [extraction, ...documentStages, ...corpusStages].flatMap(({ rules }) => rules);

/** A document as it was read, before any stage. */
export interface OpenedDocument {
  readonly document: Document;
  /** WHATWG name of the encoding it was decoded from; `utf-8` for strings. */
  readonly charset: string;
}

/** Decodes a source and cuts it into blocks; of a page, what the extractor leaves is already cut away. */
export function openDocument(
  content: string | Uint8Array,
  mediaType: MediaType,
  options: CleanOptions,
): OpenedDocument {
  const { text, charset, flags } = decodeContent(content, mediaType, options);
  const document = mediaType === "text/html" ? openPage(text, options) : openText(text, mediaType, options);
  return { document: settleLanguage(withFlags(document, flags)), charset };
}

/** A source as it is read before anything is cut from it: what a proof of a run needs. */
export function openVisible(
  { content, mediaType, charset }: Pick<RawRecord, "content" | "mediaType" | "charset">,
  options: CleanOptions,
): Document {
  const { text } = decodeContent(content, mediaType, { ...(charset !== undefined && { charset }), ...options });
  return mediaType === "text/html"
    ? pageDocument(readPage(text), {}, options.format)
    : openText(text, mediaType, options);
}

function decodeContent(content: string | Uint8Array, mediaType: MediaType, { charset }: CleanOptions): Decoded {
  if (typeof content === "string") return { text: content, charset: "utf-8", flags: [] };
  return decode(content, { mediaType, ...(charset !== undefined && { charset }) });
}

function openText(source: string, mediaType: MediaType, options: CleanOptions): Document {
  const visible = [{ start: 0, end: source.length, text: source, verbatim: true }];
  const blocks = segmentText(source);
  const shape = mediaType === "text/markdown" ? shapeRaw : shapePlain;
  const form = options.format === "markdown" ? { format: options.format, blocks: shape(source, blocks) } : { blocks };
  return { mediaType, source, visible, ...form, edits: [], metadata: knownBefore(options), flags: [] };
}

/**
 * Runs a document's own stages in order. A document that they would leave without any text is kept as it was opened,
 * with the flag `nothing-but-furniture`.
 */
export function runStages<Options>(
  opened: Document,
  stages: readonly DocumentStage<Options>[],
  options: Options,
): Cleaned {
  let document = opened;
  for (const stage of stages) {
    for (let round = 0; round < (stage.rounds ?? 1); round++) {
      const next = applyEdits(document, stage, stage.plan(document, options));
      if (next === document) break;
      document = next;
    }
  }
  const cleaned = finish(document);
  return cleaned.text === "" && opened.blocks.length > 0
    ? finish(withFlags(opened, ["nothing-but-furniture"]))
    : cleaned;
}

/** Cleans text that was scraped already. Pure and synchronous; bytes are decoded first. */
export function cleanText(text: string | Uint8Array, options: CleanOptions = {}): Cleaned {
  return runStages(openDocument(text, "text/plain", options).document, documentStages, options);
}

/** Cleans an HTML page or fragment. Synchronous; scripts are never run and nothing is fetched. */
export function cleanHtml(html: string | Uint8Array, options: CleanOptions = {}): Cleaned {
  return runStages(openDocument(html, "text/html", options).document, documentStages, options);
}
