import type { Document } from "./document.ts";
import type { Edit, Note } from "./edit.ts";
import type { Rule } from "./rule.ts";

/** Sees one document and answers with edits; pure, and linear in the document's length. */
export interface DocumentStage<Options = unknown> {
  readonly name: string;
  readonly rules: readonly Rule[];
  /** Largest share of the document's visible characters it may take before it is rolled back. */
  readonly cap: number;
  /** How often it may run again on its own result, while it still finds something; once when left out. */
  readonly rounds?: number;
  plan(document: Document, options: Options): Iterable<Edit | Note>;
}
