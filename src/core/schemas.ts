import { z } from "zod";

const offset = z.int().nonnegative();
const start = offset.describe("offset in the decoded source, in UTF-16 code units");
const end = offset.describe("offset in the decoded source, in UTF-16 code units, excluded");
const ruleId = z.string().regex(/^[a-z]+\/[a-z][a-z-]*$/);
const count = z.int().nonnegative();

const origin = z.strictObject({
  path: z.string().min(1).describe("relative to the input root, with /; - for standard input"),
  record: z.int().positive().optional().describe("number of the record in its file, from 1"),
  url: z.string().optional(),
  host: z.string().optional(),
  fetched: z.string().optional().describe("when the page was fetched, ISO 8601, where a WARC file says it"),
  mediaType: z.enum(["text/plain", "text/markdown", "text/html"]),
  charset: z.string().describe("WHATWG name of the encoding the source was decoded from"),
  bytes: count.describe("size of the source in bytes"),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe("of the source's bytes"),
});

const paragraph = z.strictObject({
  kind: z.enum(["paragraph", "heading", "list-item", "quote", "code", "table"]),
  start,
  end,
  at: offset.describe(
    "offset in this record's text, in UTF-16 code units; in Markdown that of the line on which the paragraph begins",
  ),
});

/** A line of documents.jsonl. */
export const documentSchema: z.ZodType = z.strictObject({
  schema: z.literal("dehusk/1"),
  id: z.string().min(1),
  source: origin,
  title: z.string().optional(),
  byline: z.string().optional(),
  published: z.string().optional().describe("ISO 8601, as exact as the source says it"),
  modified: z.string().optional().describe("ISO 8601, as exact as the source says it"),
  site: z.string().optional(),
  lang: z.string().optional().describe("BCP 47, as declared; where nothing is, as detected in the text"),
  langConfidence: z.number().min(0).max(1).optional().describe("of a detected language only"),
  description: z.string().optional(),
  image: z.string().optional().describe("address of the page's picture"),
  licence: z.string().optional().describe("address of the licence that the page is under"),
  tags: z.array(z.string()).min(1).optional(),
  metadataFrom: z
    .record(z.string(), z.string())
    .optional()
    .describe("where each of these fields and source.url was found, such as json-ld:headline, h1, given or text"),
  pageType: z
    .enum(["article", "collection", "documentation", "forum", "listing", "product", "service"])
    .optional()
    .describe("what kind of page it is, by what stands on it"),
  confidence: z.number().min(0).max(1).optional().describe("word F1 that the extraction is expected to have"),
  format: z.literal("markdown").optional().describe("how the text is written; left out where it is plain"),
  text: z
    .string()
    .describe("the paragraphs, joined by a blank line, or written as Markdown; empty only with the flag no-content"),
  paragraphs: z.array(paragraph),
  flags: z.array(z.string()),
  removed: z.strictObject({
    characters: z.int().describe("UTF-16 code units taken out, less those put in their place; white space aside"),
    whitespace: z.int().describe("UTF-16 code units of white space taken out"),
    byRule: z.record(ruleId, z.int()),
  }),
  dedupe: z.strictObject({ droppedParagraphs: z.int().positive() }).optional(),
});

/** A line of ledger.jsonl. */
export const ledgerSchema: z.ZodType = z.strictObject({
  document: z.string().min(1).describe("id of the document; one without a record was dropped as a duplicate"),
  stage: z.string(),
  rule: ruleId,
  start,
  end,
  text: z.string().describe("what a reader of the source saw there"),
  replacement: z.string().optional().describe("what stands there now; left out where it was removed"),
  absorbed: z.array(ruleId).optional().describe("rules whose own, smaller changes went into this one"),
  score: z.number().min(0).max(1).optional(),
  reason: z.string().optional().describe("why just here, in words, where the rule does not say it all"),
  keptInstead: z
    .strictObject({
      document: z.string(),
      paragraph: offset.optional().describe("index among that document's paragraphs before duplicates were dropped"),
      score: z.number().min(0).max(1),
      shared: count.describe(
        "word 3-grams that the two share; where one has fewer than 30 words, and of identical texts, words",
      ),
      union: count.describe("how many of them the two hold together; of words, how many the longer has"),
    })
    .optional(),
  repeats: z
    .strictObject({ pages: z.int().positive(), of: z.int().positive() })
    .optional()
    .describe("the line stands on so many of the pages of its source that were compared"),
});

/** A line of failures.jsonl. */
export const failureSchema: z.ZodType = z.strictObject({
  path: z.string(),
  record: z.int().positive().optional(),
  reason: z.enum([
    "unreadable",
    "vanished",
    "symlink-loop",
    "binary",
    "undecodable",
    "too-large",
    "invalid-json",
    "no-text",
    "empty",
    "damaged",
    "encrypted",
    "unsafe-name",
    "revisit",
    "unsupported",
    "limit",
    "timeout",
    "crashed",
  ]),
  message: z.string().describe("what happened"),
  advice: z.string().describe("what can be done about it"),
});

const selector = z.string().min(1).describe("CSS selector");

const siteRules = z.strictObject({
  body: selector.optional().describe("CSS selector of the main content; where nothing matches, the extractor chooses"),
  drop: selector.optional().describe("CSS selector of what goes, wherever it stands"),
  title: selector.optional(),
  byline: selector.optional(),
  published: selector.optional(),
  modified: selector.optional(),
  site: selector.optional(),
  lang: selector.optional(),
  url: selector.optional(),
  description: selector.optional(),
  image: selector.optional(),
  licence: selector.optional(),
  tags: selector.optional(),
});

const sites = z
  .record(z.string(), siteRules)
  .describe("rules by host (news.example) or by all hosts below one (*.news.example)");

/** A configuration file, as `--config` reads it. */
export const configSchema: z.ZodType = z.strictObject({
  $schema: z.string().optional().describe("address of this schema, for editors"),
  sites: sites.optional(),
});

const profileExample = z.strictObject({
  document: z.string(),
  before: z.string().optional().describe("the end of what stands above"),
  text: z.string(),
  after: z.string().optional().describe("the beginning of what stands below"),
});

const profileLine = z.strictObject({
  line: z.string().describe("folded words, with 0 for a number, {date}, {title}, and {} at one end for any words"),
  keep: z.boolean().optional().describe("true: it stays, whatever else is said of it"),
  positions: z
    .array(z.enum(["head", "between", "tail"]))
    .min(1)
    .optional()
    .describe("where it goes: above the first prose, below the last, or elsewhere; everywhere when left out"),
  pages: z.int().positive().optional().describe("on how many pages of the source it was seen"),
  share: z.number().min(0).max(1).optional().describe("the same as a share of them"),
  examples: z.array(profileExample).optional(),
});

/** A profile of furniture, as `dehusk learn` writes it and a person edits it. */
export const profileSchema: z.ZodType = z.strictObject({
  $schema: z.string().optional().describe("address of this schema, for editors"),
  schema: z.literal("dehusk/profile/1"),
  sources: z
    .record(
      z.string(),
      z.strictObject({
        pages: z.int().positive().optional().describe("how many pages were compared"),
        lines: z.array(profileLine),
      }),
    )
    .describe("by host without www., or folder:name for documents without an address"),
});

const counts = z.record(z.string(), z.int());

const writtenForm = z.strictObject({
  documents: z.enum(["jsonl", "parquet"]).optional(),
  compress: z.enum(["gzip", "zstd"]).optional(),
  shardSize: z
    .union([
      z.strictObject({ documents: z.int().positive() }),
      z.strictObject({ bytes: z.int().positive() }).describe("before they are packed"),
    ])
    .optional(),
  fields: z.array(z.string()).optional().describe("what is written of a record: url=source.url"),
  files: z.boolean().optional().describe("one text or Markdown file a document as well, in documents/"),
  frontMatter: z.boolean().optional().describe("which begin with what is known of it, as YAML"),
  names: z
    .array(z.string().regex(/^[\w.-]+$/))
    .min(1)
    .describe("the files of the documents, in order"),
});

/** run.json. */
export const runSchema: z.ZodType = z.strictObject({
  schema: z.literal("dehusk/run/1"),
  version: z.string(),
  node: z.string(),
  started: z.iso.datetime(),
  seconds: z.number().nonnegative(),
  root: z.string(),
  roots: z.array(z.string()),
  selection: z
    .strictObject({ include: z.array(z.string()).optional(), exclude: z.array(z.string()).optional() })
    .optional()
    .describe("globs that chose the inputs"),
  options: z.strictObject({
    extractor: z.string().optional(),
    format: z.enum(["text", "markdown"]).optional(),
    dedupe: z.boolean(),
    learn: z.boolean(),
    captions: z.boolean().optional(),
    keepTitle: z.boolean().optional(),
    wikiResidue: z.boolean().optional(),
    judge: z.boolean().optional(),
    inputKind: z.enum(["nearly-clean", "flattened"]).optional(),
    charset: z.string().optional(),
    sites: sites.optional(),
    fields: z.strictObject({
      textField: z.string(),
      htmlField: z.string(),
      idField: z.string(),
      urlField: z.string(),
      titleField: z.string(),
    }),
    limits: z
      .strictObject({
        recordBytes: count.optional(),
        ratio: count.optional(),
        unpackedBytes: count.optional(),
        depth: count.optional(),
      })
      .optional()
      .describe("limits on input that differ from the default"),
  }),
  profile: z.string().optional().describe("SHA-256 of the JSON of the profile that was applied"),
  packs: z.array(z.string()).optional().describe("the same of each pack of the user's"),
  output: writtenForm.optional(),
  inputs: count.describe("always documents + duplicates + failures + skipped"),
  bytes: count,
  documents: count,
  duplicates: count,
  failures: count,
  failuresByReason: counts,
  skipped: count.describe("what is no document, though nothing is wrong with it"),
  skippedByReason: counts,
  resumed: z
    .strictObject({ reused: count, redone: count, vanished: count })
    .optional()
    .describe(
      "inputs whose answer an earlier run had given, inputs cleaned now, and files of earlier runs that are gone",
    ),
  paragraphs: count,
  droppedParagraphs: count,
  unsearched: count
    .optional()
    .describe("texts for which the search for a like one was cut short, as too many others are made of the same words"),
  characters: z.strictObject({ kept: count, removed: z.int() }),
  removedByRule: counts,
  flags: counts,
});

/** The schemas of what a run reads and writes, by the name of their file. */
export const runSchemas: Readonly<Record<string, z.ZodType>> = {
  document: documentSchema,
  ledger: ledgerSchema,
  failure: failureSchema,
  run: runSchema,
  config: configSchema,
  profile: profileSchema,
};
