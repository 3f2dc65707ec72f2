import { applyEdits, withFlags } from "./core/apply-edits.ts";
import { type Cleaned, finish } from "./core/cleaned.ts";
import type { CorpusStage } from "./core/corpus-stage.ts";
import type { Document, MediaType, Metadata } from "./core/document.ts";
import type { Rule } from "./core/rule.ts";
import type { RawRecord } from "./core/source.ts";
import type { DocumentStage } from "./core/stage.ts";
import { decode } from "./decode/decode.ts";
import type { Decoded } from "./decode/decode-as.ts";
import { corpusStages as dedupeStages } from "./dedupe/corpus-stages.ts";
import { settleLanguage } from "./document-language.ts";
import { extraction, planExtraction } from "./extract/extract-stage.ts";
import type { Extractor } from "./extract/extractor.ts";
import { learned } from "./extract/learned.ts";
import { readMetadata } from "./extract/metadata.ts";
import { type Page, pageDocument, readPage } from "./extract/page.ts";
import { readability } from "./extract/readability.ts";
import { segmentText } from "./segment/segment-text.ts";
import { invisible } from "./stages/normalise/invisible.ts";
import { nfc } from "./stages/normalise/nfc.ts";
import { entities } from "./stages/repair/entities.ts";
import { linkCase } from "./stages/repair/link-case.ts";
import { linkDebris } from "./stages/repair/link-debris.ts";
import { shortcodes } from "./stages/repair/shortcodes.ts";
import { strayTags } from "./stages/repair/stray-tags.ts";
import { liftTitle, type TitleOptions } from "./stages/strip/lift-title.ts";
import { siteName } from "./stages/strip/site-name.ts";
import { stockLines } from "./stages/strip/stock-lines.ts";
import { stockSentences } from "./stages/strip/stock-sentences.ts";
import { truncation } from "./stages/strip/truncation.ts";

/** The order of a document's own stages, one line a stage. Repairs first: a phrase is known only in whole text. */
export const documentStages: readonly DocumentStage<CleanOptions>[] = [
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

/** The order of the stages that see every document. */
export const corpusStages: readonly CorpusStage[] = dedupeStages;

/** Every rule there is, in the order of the pipeline. */
export const allRules: readonly Rule[] = [extraction, ...documentStages, ...corpusStages].flatMap(({ rules }) => rules);

/** The extractors that `--extractor` knows by name. */
export const extractors: Readonly<Record<string, Extractor>> = { dehusk: learned, readability };

export const DEFAULT_EXTRACTOR = "dehusk";

/** What is known of an input beside its content, and how it is to be cleaned. */
export interface CleanOptions extends TitleOptions {
  /** The page's address; makes relative addresses absolute and names the site. */
  readonly url?: string;
  /** A title that is known from elsewhere, as from a feed. */
  readonly title?: string;
  /** A WHATWG label or a whole `Content-Type`, as from an HTTP header; bytes only. */
  readonly charset?: string;
  /** One of {@link extractors}; HTML only. */
  readonly extractor?: string;
}

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
  { content, mediaType }: Pick<RawRecord, "content" | "mediaType">,
  options: CleanOptions,
): Pick<Document, "source" | "visible"> {
  const { text } = decodeContent(content, mediaType, options);
  return mediaType === "text/html"
    ? { source: text, visible: readPage(text).visible }
    : openText(text, mediaType, options);
}

function decodeContent(content: string | Uint8Array, mediaType: MediaType, { charset }: CleanOptions): Decoded {
  if (typeof content === "string") return { text: content, charset: "utf-8", flags: [] };
  return decode(content, { mediaType, ...(charset !== undefined && { charset }) });
}

function openText(source: string, mediaType: MediaType, options: CleanOptions): Document {
  const visible = [{ start: 0, end: source.length, text: source, verbatim: true }];
  return {
    mediaType,
    source,
    visible,
    blocks: segmentText(source),
    edits: [],
    metadata: knownBefore(options),
    flags: [],
  };
}

function openPage(html: string, options: CleanOptions): Document {
  const { extractor: name = DEFAULT_EXTRACTOR } = options;
  const extractor = extractors[name];
  if (!extractor) throw new TypeError(`there is no extractor "${name}"; known: ${Object.keys(extractors).join(", ")}`);
  const page = readPage(html);
  const stated = pageMetadata(page, options);
  const choice = extractor.choose(page, stated);
  const metadata = { ...stated, ...choice?.judged };
  return applyEdits(pageDocument(page, metadata), extraction, planExtraction(page, choice, metadata));
}

/** What the page says of itself and the caller knows; the caller's title goes first, the page's own address does. */
function pageMetadata({ tree }: Page, { title, url }: CleanOptions): Metadata {
  const stated = readMetadata(tree, url);
  const known = knownBefore({ title, url: stated.url === undefined ? url : undefined });
  const metadataFrom = { ...stated.metadataFrom, ...known.metadataFrom };
  return Object.keys(metadataFrom).length === 0 ? {} : { ...stated, ...known, metadataFrom };
}

function knownBefore({ url, title }: { url?: string | undefined; title?: string | undefined }): Metadata {
  const known = { ...(url !== undefined && { url }), ...(title !== undefined && { title }) };
  const metadataFrom = Object.fromEntries(Object.keys(known).map((field) => [field, "given"]));
  return url === undefined && title === undefined ? {} : { ...known, metadataFrom };
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
