import type { CleanOptions } from "../clean-options.ts";
import type { CorpusOptions } from "../pipeline.ts";
import type { ReadOptions } from "../sources/read-options.ts";

/** How the documents of a run are cleaned: all that a worker needs to know, and all that decides the output. */
export interface RecordOptions
  extends Pick<
      CleanOptions,
      | "format"
      | "captions"
      | "keepTitle"
      | "wikiResidue"
      | "extractor"
      | "charset"
      | "sites"
      | "packs"
      | "profile"
      | "judge"
      | "inputKind"
    >,
    CorpusOptions,
    ReadOptions {}
