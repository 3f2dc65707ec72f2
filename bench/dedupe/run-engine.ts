import type { Cleaned, CleanedBlock } from "../../src/core/cleaned.ts";
import type { Fact } from "../../src/core/corpus-stage.ts";
import type { CorpusDrops } from "../../src/dedupe/corpus-drops.ts";
import { corpusStages } from "../../src/dedupe/corpus-stages.ts";
import { decide } from "../../src/dedupe/decide.ts";
import { packFacts } from "../../src/dedupe/fact-codec.ts";
import { bytesOf } from "../../src/dedupe/scratch.ts";
import { FactBatches, type StoredFacts } from "../../src/run/fact-batches.ts";
import { Spool } from "../../src/run/spool.ts";

/** Paragraphs a document, and documents a batch, as in a run over news. */
const [PARAGRAPHS, DOCUMENTS] = [8, 32];

/** What one run of the corpus stages over paragraphs took and gave. */
export interface EngineRun {
  /** Paragraphs that went, by their number. */
  readonly dropped: ReadonlySet<number>;
  readonly unsearched: number;
  readonly paragraphs: number;
  /** Processor time of taking facts and deciding; making the texts is not counted. */
  readonly seconds: number;
  /** Bytes on disk, facts and scratch files together. */
  readonly bytes: number;
}

/** Runs all corpus stages for duplicates over paragraphs, eight a document, as a run on one thread does. */
export function runEngine(texts: Iterable<string>, memory: number, folder: string): EngineRun {
  const [spool, scratch] = [Spool.open(folder), Spool.open(folder)];
  const batches: StoredFacts[] = [];
  let documents = 0;
  let paragraphs = 0;
  let micros = 0;
  for (const batch of batchesOf(texts)) {
    const started = process.cpuUsage();
    const facts: Fact[][] = corpusStages.map(() => []);
    for (const [document, cleaned] of batch.entries()) {
      paragraphs += cleaned.blocks.length;
      for (const [i, stage] of corpusStages.entries())
        for (const fact of stage.facts(cleaned, "")) facts[i]!.push({ ...fact, document });
    }
    const packed = facts.map(packFacts);
    const [offset] = packed.map((values) => spool.append(bytesOf(values)));
    batches.push({ first: documents, offset: offset!, lengths: packed.map(({ byteLength }) => byteLength) });
    documents += batch.length;
    micros += spentSince(started);
  }
  const started = process.cpuUsage();
  const drops = decide(corpusStages, (stage) => factsOf(batches, spool, stage, documents), { memory, scratch });
  micros += spentSince(started);
  const bytes = Number(spool.shared.end[0]! + scratch.shared.end[0]!);
  spool.close();
  scratch.close();
  const dropped = droppedOf(drops, paragraphs);
  return { dropped, unsearched: drops.unsearched, paragraphs, seconds: micros / 1e6, bytes };
}

function spentSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return user + system;
}

function droppedOf(drops: CorpusDrops, paragraphs: number): Set<number> {
  const dropped = new Set<number>();
  for (const { document, block } of drops.all()) {
    const first = document * PARAGRAPHS;
    if (block >= 0) dropped.add(first + block);
    else for (let i = first; i < Math.min(first + PARAGRAPHS, paragraphs); i++) dropped.add(i);
  }
  return dropped;
}

function factsOf(batches: readonly StoredFacts[], spool: Spool, stage: number, documents: number) {
  const size = batches.reduce((sum, { lengths }) => sum + lengths[stage]!, 0) / 4;
  const source = new FactBatches(batches, spool, stage);
  return {
    size,
    visit(each: Parameters<FactBatches["visit"]>[2]) {
      for (let document = 0; document < documents; document++) source.visit(document, document, each);
    },
  };
}

function* batchesOf(texts: Iterable<string>): Generator<Cleaned[]> {
  let batch: Cleaned[] = [];
  let own: string[] = [];
  for (const text of texts) {
    own.push(text);
    if (own.length < PARAGRAPHS) continue;
    batch.push(documentOf(own));
    own = [];
    if (batch.length < DOCUMENTS) continue;
    yield batch;
    batch = [];
  }
  if (own.length > 0) batch.push(documentOf(own));
  if (batch.length > 0) yield batch;
}

function documentOf(texts: readonly string[]): Cleaned {
  let start = 0;
  const blocks = texts.map((text): CleanedBlock => {
    const block: CleanedBlock = { kind: "paragraph", text, start, end: start + text.length };
    start = block.end + 2;
    return block;
  });
  return { text: "", blocks, ledger: [], flags: [], whitespace: 0 };
}
