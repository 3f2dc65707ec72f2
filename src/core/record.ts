import type { BlockKind } from "./block.ts";
import type { Cleaned, CleanedBlock, LedgerEntry } from "./cleaned.ts";
import type { MediaType, Metadata, TextFormat } from "./document.ts";
import type { RuleId } from "./rule.ts";
import { SEPARATOR, writeBlocks } from "./write-blocks.ts";

/** Where a record came from. */
export interface Origin {
  /** Relative to the input root, with `/`; `-` for standard input. */
  readonly path: string;
  /** Number of the record in its file, from 1. */
  readonly record?: number;
  readonly url?: string;
  readonly host?: string;
  /** When the page was fetched, ISO 8601. */
  readonly fetched?: string;
  readonly mediaType: MediaType;
  /** WHATWG name of the character encoding the source was decoded from. */
  readonly charset: string;
  /** Size of the source in bytes. */
  readonly bytes: number;
  /** Of the source's bytes, in hex. */
  readonly sha256: string;
}

/** A paragraph of a record's text. */
export interface Paragraph {
  readonly kind: BlockKind;
  /** Span of the decoded source, in UTF-16 code units, end excluded. */
  readonly start: number;
  readonly end: number;
  /** Where the paragraph begins in the record's `text`, in UTF-16 code units; in Markdown the line on which it does. */
  readonly at: number;
}

/** A line of documents.jsonl. The page's own address is in `source`. */
export interface DocumentRecord extends Omit<Metadata, "url"> {
  readonly schema: "dehusk/1";
  readonly id: string;
  readonly source: Origin;
  /** Left out where the text is plain. */
  readonly format?: TextFormat;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly flags: readonly string[];
  readonly removed: {
    /** Visible characters taken out, less those put in their place; white space aside. UTF-16 code units. */
    readonly characters: number;
    /** White space that normalising took. UTF-16 code units. */
    readonly whitespace: number;
    readonly byRule: Readonly<Record<RuleId, number>>;
  };
  /** Left out when nothing of the document was a duplicate. */
  readonly dedupe?: { readonly droppedParagraphs: number };
}

/** A line of ledger.jsonl. */
export interface LedgerLine extends LedgerEntry {
  readonly document: string;
}

/** The fields of the metadata in the order of a record. */
const RECORDED: readonly Exclude<keyof Metadata, "url">[] = [
  ...(["title", "byline", "published", "modified", "site", "lang", "langConfidence", "description", "image"] as const),
  ...(["licence", "tags", "metadataFrom", "pageType", "confidence"] as const),
];

/** The record of a cleaned document; `droppedParagraphs` counts those that a corpus stage took. */
export function toRecord(cleaned: Cleaned, id: string, source: Origin, droppedParagraphs = 0): DocumentRecord {
  const { text, format, flags, ledger, whitespace } = cleaned;
  const stated = RECORDED.flatMap((field) => (cleaned[field] === undefined ? [] : [[field, cleaned[field]]]));
  return {
    schema: "dehusk/1",
    id,
    source,
    ...(Object.fromEntries(stated) as Omit<Metadata, "url">),
    ...(format && { format }),
    text,
    paragraphs: placeParagraphs(cleaned),
    flags,
    removed: { ...countRemoved(ledger), whitespace },
    ...(droppedParagraphs > 0 && { dedupe: { droppedParagraphs } }),
  };
}

function placeParagraphs({ blocks, format }: Cleaned): Paragraph[] {
  const { at } = writeBlocks(blocks, format);
  return blocks.map(({ kind, start, end }, i) => ({ kind, start, end, at: at[i]! }));
}

function countRemoved(ledger: readonly LedgerEntry[]): Pick<DocumentRecord["removed"], "characters" | "byRule"> {
  const byRule: Record<RuleId, number> = {};
  let characters = 0;
  for (const { rule, text, replacement } of ledger) {
    const count = text.length - (replacement?.length ?? 0);
    byRule[rule] = (byRule[rule] ?? 0) + count;
    characters += count;
  }
  return { characters, byRule };
}

/** What a record does not tell of a block: the original of an edited one; in Markdown its plain text and shape as well. */
export type BlockRest = Partial<Pick<CleanedBlock, "text" | "shape" | "original">>;

/** What has to be kept beside a record for {@link fromRecord}, by the index of the block; most blocks have nothing. */
export function blockRests({ blocks, format }: Cleaned): Record<number, BlockRest> {
  const rests: Record<number, BlockRest> = {};
  for (const [i, { original, text, shape }] of blocks.entries()) {
    if (original === undefined && format === undefined) continue;
    const plain = format && { text, ...(shape && { shape }) };
    rests[i] = { ...plain, ...(original !== undefined && { original }) };
  }
  return rests;
}

/** The way back: a cleaned document from its lines and the rests of its blocks. */
export function fromRecord(
  record: DocumentRecord,
  ledger: readonly LedgerLine[],
  rests: Readonly<Record<number, BlockRest>>,
): Cleaned {
  const { schema: _, id: __, source, removed, paragraphs, dedupe: ___, ...known } = record;
  const blocks = paragraphs.map(({ kind, start, end, at }, i): CleanedBlock => {
    const next = paragraphs[i + 1];
    const text = record.text.slice(at, next ? next.at - SEPARATOR.length : record.text.length);
    return { kind, start, end, text, ...rests[i] };
  });
  const entries = ledger.map(({ document: _document, ...entry }) => entry);
  const { url } = source;
  return { ...known, ...(url !== undefined && { url }), blocks, ledger: entries, whitespace: removed.whitespace };
}
