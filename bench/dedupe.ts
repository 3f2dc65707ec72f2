import { tmpdir } from "node:os";
import { parseArgs } from "node:util";
import { hostileCorpora } from "./dedupe/hostile-corpora.ts";
import { oracleDrops } from "./dedupe/oracle.ts";
import { paragraphPool } from "./dedupe/paragraph-pool.ts";
import { type Planted, plantedCorpus } from "./dedupe/planted-corpus.ts";
import { type EngineRun, runEngine } from "./dedupe/run-engine.ts";

const MEGABYTE = 2 ** 20;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    paragraphs: { type: "string", default: "100000" },
    memory: { type: "string", default: "512" },
    oracle: { type: "boolean", default: false },
    hostile: { type: "boolean", default: false },
  },
});
const count = Number(values.paragraphs);
const pool = paragraphPool(positionals[0]);

if (values.hostile) {
  for (const [name, texts] of hostileCorpora(pool, count)) tell(name, run(texts()));
} else {
  tell(`${count} paragraphs`, run(textsOf(plantedCorpus(pool, count))));
  if (values.oracle) compare(count);
}

function run(texts: Iterable<string>, memory = Number(values.memory)): EngineRun {
  return runEngine(texts, memory * MEGABYTE, tmpdir());
}

function* textsOf(corpus: Iterable<Planted>): Generator<string> {
  for (const { text } of corpus) yield text;
}

/** One line of figures; processor time, since nothing else on the machine should count. */
function tell(name: string, { paragraphs, seconds, bytes, dropped, unsearched }: EngineRun): void {
  const speed = Math.round(paragraphs / seconds);
  const size = Math.round(bytes / paragraphs);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `| ${name} | ${speed} paragraphs/s | ${size} B a paragraph on disk | ${dropped.size} dropped | ${unsearched} cut short | peak ${peak} MB |`,
  );
}

/** Recall and precision against the exact oracle, the share of traps that stay, and whether memory changes anything. */
function compare(size: number): void {
  const corpus = [...plantedCorpus(pool, size)];
  const texts = corpus.map(({ text }) => text);
  const { dropped } = run(texts);
  const { dropped: scarce } = run(texts, 0);
  const expected = oracleDrops(texts);
  const right = [...dropped].filter((i) => expected.has(i)).length;
  // Two traps may come out the same, and then the second is a copy.
  const traps = corpus.flatMap(({ trap, text }, i) => (trap && texts.indexOf(text) === i ? [i] : []));
  const kept = traps.filter((i) => !dropped.has(i)).length;
  const same = dropped.size === scarce.size && [...dropped].every((i) => scarce.has(i));
  console.log(`recall ${(right / expected.size).toFixed(4)} (${right} of ${expected.size})`);
  console.log(`precision ${(right / dropped.size).toFixed(4)} (${dropped.size} dropped)`);
  console.log(`traps kept ${(kept / traps.length).toFixed(4)} (${traps.length})`);
  console.log(`the same with 1 MB of memory: ${same}`);
}
