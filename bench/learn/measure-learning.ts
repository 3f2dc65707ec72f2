import type { Fact } from "../../src/core/corpus-stage.ts";
import { applyDrops } from "../../src/dedupe/apply-drops.ts";
import type { Cleaned } from "../../src/index.ts";
import { guardFurniture } from "../../src/learn/guard-furniture.ts";
import { type LearnedPage, learnPages } from "../../src/learn/learn-pages.ts";
import { learnedFurniture } from "../../src/learn/learned-furniture.ts";
import { pageFact } from "../../src/learn/page-fact.ts";
import { ProfileWriter } from "../../src/learn/profile-writer.ts";
import { countLines, type NoiseCounts, noCounts } from "../noise/noise-counts.ts";
import type { HostDocument } from "./host-documents.ts";

/** The ways to clean that are set side by side: each document by itself, in a run, or with a profile made of that run. */
export const WAYS = ["alone", "learned", "profile"] as const;

/** What each way did to all documents, and what was kept in memory to learn from them. */
export interface LearningCounts {
  readonly ways: Readonly<Record<(typeof WAYS)[number], NoiseCounts>>;
  lines: number;
  /** Bytes of facts. */
  bytes: number;
}

export function noLearning(): LearningCounts {
  return { ways: { alone: noCounts(), learned: noCounts(), profile: noCounts() }, lines: 0, bytes: 0 };
}

/** Adds the documents of one host. */
export function measureHost(host: string, documents: readonly HostDocument[], counts: LearningCounts): void {
  const alone = documents.map(({ clean }) => clean());
  const facts = alone.map((cleaned, document): Fact => ({ ...pageFact(cleaned, host), document }));
  const learned = [...learnPages(facts)];
  const writer = new ProfileWriter();
  for (const { document, found } of learned) writer.add(alone[document]!, String(document), host, found);
  const profile = writer.profile();
  for (const [i, { lines, clean }] of documents.entries()) {
    const { ways } = counts;
    countLines(lines, textOf(alone[i]!), ways.alone);
    countLines(
      lines,
      textOf(
        withoutFound(
          alone[i]!,
          learned.find(({ document }) => document === i),
        ),
      ),
      ways.learned,
    );
    countLines(lines, textOf(clean({ profile })), ways.profile);
    counts.lines += lines.length;
  }
  for (const { data } of facts) counts.bytes += data.byteLength;
}

/** Of the lines that went only because of what was learned, those that were furniture; not a number where none went. */
export function precisionAdded(alone: NoiseCounts, learned: NoiseCounts): number {
  const gone = learned.gone - alone.gone;
  return gone / (gone + learned.hurt - alone.hurt);
}

function withoutFound(cleaned: Cleaned, page: LearnedPage | undefined): Cleaned {
  const drops = (page?.found ?? []).map(({ block, repeats }) => ({ block, repeats, rule: learnedFurniture }));
  return applyDrops(cleaned, guardFurniture(cleaned.blocks, drops).drops);
}

/** A title that was lifted is not lost. */
function textOf({ title, text }: Cleaned): string {
  return title === undefined ? text : `${title}\n\n${text}`;
}
