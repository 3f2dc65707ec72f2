import type { Block } from "./block.ts";
import type { Edit } from "./edit.ts";
import type { Piece, Span } from "./span.ts";
import { firstEndingAfter } from "./span.ts";

/** How the text of a record is written. */
export type TextFormat = "text" | "markdown";

export type MediaType = "text/plain" | "text/markdown" | "text/html";

/** What kind of page a page is, by what stands on it. */
export type PageType = "article" | "collection" | "documentation" | "forum" | "listing" | "product" | "service";

/** What is known of a document beside its text. Unknown things are left out. */
export interface Metadata {
  readonly title?: string;
  readonly byline?: string;
  /** ISO 8601, as exact as the page says it. */
  readonly published?: string;
  readonly modified?: string;
  readonly site?: string;
  /** BCP 47, as declared; where nothing is, as detected in the text. */
  readonly lang?: string;
  /** 0 to 1, of a detected language only. */
  readonly langConfidence?: number;
  /** The page's own address. */
  readonly url?: string;
  readonly description?: string;
  /** Address of the page's picture. */
  readonly image?: string;
  /** Address of the licence that the page is under. */
  readonly licence?: string;
  readonly tags?: readonly string[];
  /**
   * Where each value was found, by field: `json-ld:headline`, `meta:og:title`, `h1`; `given` by the caller, `text` for
   * what was detected, or the rule that lifted it.
   */
  readonly metadataFrom?: Readonly<Record<string, string>>;
  readonly pageType?: PageType;
  /** The word F1 that the extraction is expected to have against a person's choice, 0 to 1. */
  readonly confidence?: number;
}

/** What flows. A value: every step makes a new one. */
export interface Document {
  readonly mediaType: MediaType;
  /** What its text will be; plain when left out. The blocks of Markdown have shapes. */
  readonly format?: TextFormat;
  /** The decoded source; every span counts its UTF-16 code units. */
  readonly source: string;
  /** All text a reader of the source sees, in order: for a text document one piece, the source itself. */
  readonly visible: readonly Piece[];
  readonly blocks: readonly Block[];
  /** Every change so far: sorted, never overlapping, in offsets of the source. */
  readonly edits: readonly Edit[];
  readonly metadata: Metadata;
  readonly flags: readonly string[];
}

/**
 * The text a reader of the source sees in a span: markup is left out, entities are decoded. What stands at no width of its
 * own, as the line break of a `<br>`, belongs to the span that begins there.
 */
export function visibleText(visible: readonly Piece[], span: Span): string {
  let text = "";
  let first = firstEndingAfter(visible, span.start);
  while (first > 0 && visible[first - 1]!.start === span.start) first--;
  for (let i = first; i < visible.length; i++) {
    const piece = visible[i] as Piece;
    if (piece.start >= span.end) break;
    if (!piece.verbatim) text += piece.text;
    else text += piece.text.slice(Math.max(0, span.start - piece.start), Math.min(piece.end, span.end) - piece.start);
  }
  return text;
}
