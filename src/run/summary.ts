import { hash } from "node:crypto";
import { resolve } from "node:path";
import type { Failure } from "../core/failure.ts";
import type { WrittenForm } from "../sinks/output-form.ts";
import type { Listing } from "../sources/list-inputs.ts";
import type { Selection } from "../sources/selection.ts";
import { version } from "../version.ts";
import type { RecordOptions } from "./record-options.ts";
import type { CleanRun } from "./run-options.ts";
import type { Tally } from "./tally.ts";
import type { WrittenCounts } from "./write-documents.ts";

/** run.json: the only output that says when, where and how fast. */
export interface RunSummary {
  readonly schema: "dehusk/run/1";
  readonly version: string;
  readonly node: string;
  /** ISO 8601, UTC. */
  readonly started: string;
  readonly seconds: number;
  /** The folder that every `path` is relative to, as an absolute path; empty for standard input. */
  readonly root: string;
  /** As absolute paths; `-` for standard input. */
  readonly roots: readonly string[];
  /** Globs that chose the inputs, where there were any. */
  readonly selection?: Selection;
  readonly options: Omit<RecordOptions, "profile" | "packs">;
  /** SHA-256 of the JSON of the profile that was applied, in hex. */
  readonly profile?: string;
  /** The same of each pack of the user's. */
  readonly packs?: readonly string[];
  /** In what form the documents were written, and to which files; left out where that was no folder. */
  readonly output?: WrittenForm;
  /** Records that were read, and failures to read one; always documents + duplicates + failures + skipped, or dehusk lost some. */
  readonly inputs: number;
  /** Bytes of the listed files. */
  readonly bytes: number;
  readonly documents: number;
  readonly duplicates: number;
  readonly failures: number;
  readonly failuresByReason: Readonly<Record<string, number>>;
  /** What is no document, though nothing is wrong with it. */
  readonly skipped: number;
  readonly skippedByReason: Readonly<Record<string, number>>;
  /** Inputs whose answer an earlier run had given, those that were cleaned, and files of earlier runs that are gone. */
  readonly resumed?: { readonly reused: number; readonly redone: number; readonly vanished: number } | undefined;
  readonly paragraphs: number;
  readonly droppedParagraphs: number;
  /** Texts for which the search for a like one was cut short, as too many others are made of the same; mostly left out. */
  readonly unsearched?: number;
  /** UTF-16 code units of text that stay and that went, white space aside. */
  readonly characters: { readonly kept: number; readonly removed: number };
  readonly removedByRule: Readonly<Record<string, number>>;
  readonly flags: Readonly<Record<string, number>>;
}

/** Whether every input that was read is accounted for: as a document, a duplicate, a failure or skipped. */
export function isBalanced({ inputs, documents, duplicates, failures, skipped }: RunSummary): boolean {
  return inputs === documents + duplicates + failures + skipped;
}

interface Account {
  readonly run: CleanRun;
  readonly listing: Listing;
  /** Records that were read, and failures to read one, that of the listing included. */
  readonly inputs: number;
  readonly tally: Tally;
  readonly written: WrittenCounts;
  readonly unsearched: number;
  readonly failures: readonly Failure[];
  readonly skipped: Readonly<Record<string, number>>;
  readonly resumed: RunSummary["resumed"];
  readonly started: Date;
}

export function summarise({
  run,
  listing,
  inputs,
  tally,
  written,
  unsearched,
  failures,
  skipped,
  resumed,
  started,
}: Account): RunSummary {
  const output = run.output.describe?.();
  const failuresByReason: Record<string, number> = {};
  const skippedCount = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  // A profile or a pack can be long, and has a file of its own.
  const { profile, packs, ...options } = run.record;
  for (const { reason } of failures) failuresByReason[reason] = (failuresByReason[reason] ?? 0) + 1;
  return {
    schema: "dehusk/run/1",
    version,
    node: process.versions.node,
    started: started.toISOString(),
    seconds: Math.round(Date.now() - started.getTime()) / 1000,
    root: listing.root,
    roots: run.stream ? ["-"] : run.roots.map((root) => resolve(root)),
    ...(run.selection && { selection: run.selection }),
    options,
    ...(profile && { profile: fingerprint(profile) }),
    ...(packs && { packs: packs.map(fingerprint) }),
    ...(output && { output }),
    inputs,
    bytes: listing.inputs.reduce((sum, input) => sum + input.bytes, 0),
    documents: written.documents,
    duplicates: written.duplicates,
    failures: failures.length,
    failuresByReason,
    skipped: skippedCount,
    skippedByReason: largestFirst(skipped),
    ...(resumed && { resumed }),
    paragraphs: tally.paragraphs,
    droppedParagraphs: written.droppedParagraphs,
    ...(unsearched > 0 && { unsearched }),
    characters: { kept: tally.kept, removed: tally.removed },
    removedByRule: largestFirst(tally.byRule),
    flags: largestFirst(tally.flags),
  };
}

function largestFirst(counts: Readonly<Record<string, number>>): Record<string, number> {
  const entries = Object.entries(counts).filter(([, count]) => count !== 0);
  return Object.fromEntries(entries.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

function fingerprint(value: unknown): string {
  return hash("sha256", JSON.stringify(value), "hex");
}
