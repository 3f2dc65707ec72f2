import type { Cleaned, CleanedBlock, LedgerEntry } from "../../src/core/cleaned.ts";
import type { CorpusStage, DuplicateDrop } from "../../src/core/corpus-stage.ts";
import { applyDrops } from "../../src/dedupe/apply-drops.ts";
import { decideOver } from "../../src/dedupe/decide-over.ts";
import { nameDrops } from "../../src/dedupe/name-drops.ts";

/** A small generator with a seed (Marsaglia's xorshift), so that every run makes the same texts. */
export function seeded(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const ONSETS = ["b", "br", "c", "d", "f", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v"];
const RIMES = ["a", "an", "e", "el", "en", "i", "in", "o", "or", "u", "um", "y"];

/** A word that is the same for the same number; 46,656 different ones. */
export function word(index: number): string {
  const syllable = (i: number) => ONSETS[i % 18]! + RIMES[Math.floor(i / 18) % 12]!;
  return syllable(index % 216) + syllable(Math.floor(index / 216) % 216);
}

/** Prose without numbers; small words come often, as they do in real prose. */
export function prose(random: (below: number) => number, length: number): string {
  const words = Array.from({ length }, () => (random(3) === 0 ? word(random(40)) : word(random(20000))));
  return `${words.join(" ")}.`;
}

/** One document of paragraphs; "# " makes a heading, "- " a list item, "> " a quote, as in Markdown. */
export function documentOf(texts: readonly string[], ledger: readonly LedgerEntry[] = []): Cleaned {
  let start = 0;
  const blocks = texts.map((source): CleanedBlock => {
    const kind = kindOf(source);
    const text = kind === "paragraph" ? source : source.slice(2);
    const block: CleanedBlock = { kind, text, start, end: start + text.length };
    start = block.end + 2;
    return block;
  });
  return {
    text: blocks.map((block) => block.text).join("\n\n"),
    blocks,
    ledger,
    flags: [],
    whitespace: 2 * Math.max(0, texts.length - 1),
  };
}

function kindOf(source: string): CleanedBlock["kind"] {
  const kinds = { "# ": "heading", "- ": "list-item", "> ": "quote", "| ": "table", "$ ": "code" } as const;
  return kinds[source.slice(0, 2) as keyof typeof kinds] ?? "paragraph";
}

export function decide(stages: readonly CorpusStage[], documents: readonly Cleaned[]): DuplicateDrop[] {
  return decideOver(documents, stages)
    .all()
    .filter((drop) => "keptInstead" in drop);
}

/** Drops as short strings: "1.2 < 0.0" says that block 2 of document 1 went for block 0 of document 0. */
export function brief(drops: readonly DuplicateDrop[]): string[] {
  return drops.map(
    ({ document, block, keptInstead }) => `${document}.${block} < ${keptInstead.document}.${keptInstead.block}`,
  );
}

/** What a corpus stage leaves of each document. */
export function cleanCorpus(stages: readonly CorpusStage[], documents: readonly Cleaned[]): Cleaned[] {
  const drops = decideOver(documents, stages);
  return documents.map((cleaned, index) =>
    applyDrops(
      cleaned,
      nameDrops(drops, index, (kept) => `document-${kept}`),
    ),
  );
}
