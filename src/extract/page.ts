import { createRequire } from "node:module";
import type { CheerioAPI } from "cheerio";
import type { Document, Metadata } from "../core/document.ts";
import type { Piece, Span } from "../core/span.ts";
import { alignText, type LocatedText } from "./align-text.ts";
import { collectText, type FoundText, type Gap } from "./collect-text.ts";
import { groupBlocks, type OwnedPiece, type PageBlock } from "./page-blocks.ts";
import { textStart } from "./text-start.ts";
import type { TreeText } from "./tree.ts";

const require = createRequire(import.meta.url);

/** A text node that a reader of the page sees. */
export interface TextNode {
  /** The node in the page's cheerio tree. */
  readonly node: TreeText;
  /** Inside `<noscript>`: seen only where scripts do not run, and often a copy of what stands beside it. */
  readonly noscript: boolean;
}

/** What every extractor chooses from. */
export interface Page {
  readonly html: string;
  readonly $: CheerioAPI;
  /** Visible text nodes in source order; those that are only white space may have no pieces. */
  readonly nodes: readonly TextNode[];
  readonly blocks: readonly PageBlock[];
  readonly visible: readonly Piece[];
}

/**
 * Reads a page. Its reading order is the order of the source, also where the parser moves text. Visible is all text in
 * the body but what `INVISIBLE` lists; style sheets and attributes that hide text are not followed.
 */
export function readPage(html: string): Page {
  const $ = loadCheerio().load(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const { texts, gaps } = collectText($._root);
  const located = texts.flatMap((text) => locate(html, text)).sort(byStart);
  const seen = located.filter(({ visible }) => visible);
  const owned = seen.flatMap((text, node) => alignText(html, text, located).map((piece) => ({ piece, node })));
  const pieces = [...owned, ...gaps.map(gapPiece)].sort((a, b) => byStart(a.piece, b.piece));
  const nodes = seen.map(({ node, noscript }) => ({ node, noscript }));
  return { html, $, nodes, ...groupBlocks(html, pieces, seen) };
}

/** On the first page: a sixth of a second that only those pay who need it. */
function loadCheerio(): typeof import("cheerio") {
  return require("cheerio") as typeof import("cheerio");
}

/** A page as a document with every block still in it. */
export function pageDocument(page: Page, metadata: Metadata): Document {
  const { html: source, visible, blocks } = page;
  return { mediaType: "text/html", source, visible, blocks, edits: [], metadata, flags: [] };
}

/** A text node with its place; none only for a node that no character of the source stands for. */
function locate(html: string, text: FoundText): readonly (FoundText & LocatedText)[] {
  const { data, sourceCodeLocation: place } = text.node;
  if (!place) return [];
  return [{ ...text, data, start: textStart(html, data, place.startOffset), end: place.endOffset }];
}

function gapPiece({ at, text }: Gap): OwnedPiece {
  return { piece: { start: at, end: at, text, verbatim: false }, node: -1 };
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start;
}
