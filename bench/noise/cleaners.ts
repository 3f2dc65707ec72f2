import { join } from "node:path";
import type { CleanOptions } from "../../src/clean-options.ts";
import { cleanText } from "../../src/pipeline.ts";
import { knownPeers } from "../extract/known-peers.ts";
import { crossValidated } from "./fold-models.ts";
import { phraseFilters } from "./phrase-filters.ts";
import { c4Lines, finewebQuality, gopherQuality } from "./published-filters.ts";

/** What is known of a text beside its characters. */
export interface Known {
  /** All text of a page, not an article with some noise. */
  readonly flattened?: boolean;
  readonly host?: string;
}

/** Something that cleans text, as the benchmark drives it; a title that it lifts is the first line. */
export interface Cleaner {
  readonly name: string;
  clean(text: string, known: Known): string | Promise<string>;
  stop?(): void;
}

const PHRASES = join("..", "phrases", "phrases.json");
const PEER_MS = 30_000;

/** Everything that takes part, in the order of the tables; what is not installed is left out and named. */
export async function knownCleaners(
  folder: string,
  folds?: string,
): Promise<{ cleaners: Cleaner[]; absent: string[] }> {
  const cleaners: Cleaner[] = [
    ...ownCleaners(folds),
    { name: "C4 line filter", clean: c4Lines },
    { name: "Gopher quality", clean: gopherQuality },
    { name: "FineWeb quality", clean: finewebQuality },
  ];
  const absent: string[] = [];
  const phrases = phraseFilters(join(folder, PHRASES));
  if (phrases)
    cleaners.push(
      { name: "phrases, whole lines", clean: phrases.wholeLines },
      { name: "phrases, substrings", clean: phrases.substrings },
    );
  else absent.push("the list of phrases beside the data folder");
  const justext = await justextCleaner();
  if (typeof justext === "string") absent.push(`jusText (${justext})`);
  else cleaners.push(justext);
  return { cleaners, absent };
}

/** dehusk as it comes, by rules alone, and where there are such models with a judge that saw no page of the text's host. */
function ownCleaners(folds: string | undefined): Cleaner[] {
  const inputKind = (known: Known): CleanOptions => (known.flattened ? { inputKind: "flattened" } : {});
  const cleaners: Cleaner[] = [
    { name: "dehusk", clean: (text, known) => titled(cleanText(text, inputKind(known))) },
    { name: "dehusk rules only", clean: (text) => titled(cleanText(text, { judge: false })) },
  ];
  if (folds === undefined) return cleaners;
  const clean = crossValidated(folds);
  return [
    {
      name: "dehusk cross-validated",
      clean: (text, known) => titled(clean(text, known.host ?? "", inputKind(known))),
    },
    ...cleaners,
  ];
}

function titled({ title, text }: { readonly title?: string; readonly text: string }): string {
  return title === undefined ? text : `${title}\n\n${text}`;
}

/** jusText reads HTML: each line is a paragraph to it. */
async function justextCleaner(): Promise<Cleaner | string> {
  const peer = knownPeers().find(({ name }) => name === "justext")!;
  await peer.start();
  if (peer.absent !== undefined) return peer.absent;
  return {
    name: `jusText ${peer.version}`,
    async clean(text) {
      const outcome = await peer.ask({ id: "", html: paragraphs(text) }, PEER_MS);
      return "text" in outcome ? outcome.text : text;
    },
    stop: () => peer.stop(),
  };
}

function paragraphs(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return escaped
    .split(/\n+/)
    .map((line) => `<p>${line}</p>`)
    .join("\n");
}
