import type { CleanOptions } from "./clean-options.ts";
import { applyEdits, withFlags } from "./core/apply-edits.ts";
import type { Document, Metadata, PageType } from "./core/document.ts";
import { applySite, type SiteFindings } from "./extract/apply-site.ts";
import { siteMissed } from "./extract/extract-rules.ts";
import { extraction, planExtraction } from "./extract/extract-stage.ts";
import type { Choice, Extractor } from "./extract/extractor.ts";
import { learned } from "./extract/learned.ts";
import { readMetadata } from "./extract/metadata.ts";
import { type Page, pageDocument, readPage } from "./extract/page.ts";
import { readability } from "./extract/readability.ts";

/** The extractors that `--extractor` knows by name. */
export const extractors: Readonly<Record<string, Extractor>> = { dehusk: learned, readability };

export const DEFAULT_EXTRACTOR = "dehusk";

/**
 * Reads a page and cuts away what the extractor leaves, or the user's rules for its site say.
 *
 * @throws {TypeError} when there is no such extractor, or a rule's selector is none.
 */
export function openPage(html: string, options: CleanOptions): Document {
  const { extractor: name = DEFAULT_EXTRACTOR, sites } = options;
  const extractor = extractors[name];
  if (!extractor) throw new TypeError(`there is no extractor "${name}"; known: ${Object.keys(extractors).join(", ")}`);
  const page = readPage(html);
  const stated = pageMetadata(page, options);
  const site = sites && applySite(page, sites, options.url ?? stated.url);
  const { choice, flags } = site?.body ? { choice: { kept: site.body }, flags: [] } : choose(extractor, page, stated);
  const metadata = withFindings({ ...stated, ...choice?.judged }, site?.metadata);
  const plan = planExtraction(page, site ? withoutDropped(page, choice, site) : choice, metadata, options);
  const document = applyEdits(pageDocument(page, metadata, options.format), extraction, plan);
  return withFlags(document, site?.missed ? [...flags, siteMissed.flag!] : flags);
}

/** Kinds of pages that lead to others: what is kept of them are teasers, not one text. */
const INDEX_TYPES: ReadonlySet<PageType | undefined> = new Set<PageType>(["listing", "collection"]);

/** With fewer links a page leads nowhere, and a short fragment says too little for its kind to be known. */
const FEWEST_LINKS = 10;

function isIndex({ measured }: Page, { kept, judged }: Choice): boolean {
  return kept.size > 0 && (measured.elements.links[0] ?? 0) >= FEWEST_LINKS && INDEX_TYPES.has(judged?.pageType);
}

/**
 * An extractor's choice and what to flag. Should it throw, as where a page has more than a set can hold, nothing is
 * chosen and the page stays whole.
 */
function choose(
  extractor: Extractor,
  page: Page,
  stated: Metadata,
): { readonly choice: Choice | undefined; readonly flags: readonly string[] } {
  try {
    const choice = extractor.choose(page, stated);
    return { choice, flags: choice && isIndex(page, choice) ? ["index-page"] : [] };
  } catch {
    return { choice: undefined, flags: ["extractor-failed"] };
  }
}

/** A choice less what the user's rules drop. Where nothing was chosen all the rest of the page stays. */
function withoutDropped({ measured }: Page, choice: Choice | undefined, { dropped }: SiteFindings): Choice | undefined {
  if (dropped.size === 0) return choice;
  const chosen = choice ? [...choice.kept] : measured.outline.texts;
  return { ...choice, kept: new Set(chosen.filter((node) => !dropped.has(node))), dropped };
}

/** What the page says of itself and the caller knows; the caller's title goes first, the page's own address does. */
function pageMetadata({ tree }: Page, { title, url }: CleanOptions): Metadata {
  const stated = readMetadata(tree, url);
  return withFindings(stated, knownBefore({ title, url: stated.url === undefined ? url : undefined }));
}

/** Metadata with better known values in place of its own. */
function withFindings(stated: Metadata, better: Metadata = {}): Metadata {
  const metadataFrom = { ...stated.metadataFrom, ...better.metadataFrom };
  return { ...stated, ...better, ...(Object.keys(metadataFrom).length > 0 && { metadataFrom }) };
}

/** What the caller says of a document. */
export function knownBefore({ url, title }: { url?: string | undefined; title?: string | undefined }): Metadata {
  const known = { ...(url !== undefined && { url }), ...(title !== undefined && { title }) };
  const metadataFrom = Object.fromEntries(Object.keys(known).map((field) => [field, "given"]));
  return url === undefined && title === undefined ? {} : { ...known, metadataFrom };
}
