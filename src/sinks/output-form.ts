import type { SelectedField } from "./select-fields.ts";

/** How JSONL is packed, and what the pages of a Parquet file are packed with. */
export type Compression = "gzip" | "zstd";

/** When a file of documents is full: at a number of documents, or of bytes before they are packed. */
export type ShardSize = { readonly documents: number } | { readonly bytes: number };

/** In what form the outputs are written; with nothing said, as plain JSONL, one file an output. */
export interface OutputForm {
  /** `jsonl` when left out. Ledger and failures are JSONL in any case. */
  readonly documents?: "jsonl" | "parquet";
  readonly compress?: Compression;
  /** Left out: all documents in one file. */
  readonly shardSize?: ShardSize;
  /** What is written of a record, and under which names; all of it when left out. */
  readonly fields?: readonly SelectedField[];
  /** One text or Markdown file a document, beside the records. */
  readonly files?: boolean;
  /** Each of those files begins with what is known of the document, as YAML. */
  readonly frontMatter?: boolean;
}

/** The form of finished outputs, as run.json tells it. */
export interface WrittenForm extends Omit<OutputForm, "fields"> {
  /** As they are written on a command line: `url=source.url`. */
  readonly fields?: readonly string[];
  /** The files of the documents, in the order of their lines. */
  readonly names: readonly string[];
}
