/**
 * Memory on a long stream: gigabytes of JSON Lines, made as they are read, through `read` and `clean`, and dropped. Prints the
 * resident set by tenths. `node bench/stream.ts [gigabytes]`
 */
import { parseArgs } from "node:util";
import { clean, read } from "../src/index.ts";

const WORDS =
  "the harbour master wrote to every shipowner of coast about loose piles and nobody answered on Monday".split(" ");
const SENTENCE_WORDS = 12;
const PARAGRAPHS = 24;
const POOL = 5000;
const LINES_A_BLOCK = 64;

/** Lines that differ from each other, of about six kilobytes, as blocks of bytes. */
async function* stream(bytes: number): AsyncGenerator<Uint8Array> {
  let seed = 1;
  const next = (most: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % most;
  };
  const sentence = (): string =>
    `${Array.from({ length: SENTENCE_WORDS }, () => WORDS[next(WORDS.length)]).join(" ")} ${next(9999)}.`;
  const paragraph = (): string => `It is said that ${sentence()} Then ${sentence()} Then ${sentence()}`;
  // Making words would take longer than cleaning them.
  const pool = Array.from({ length: POOL }, paragraph);
  let id = 0;
  for (let made = 0; made < bytes; ) {
    let block = "";
    for (let i = 0; i < LINES_A_BLOCK; i++) {
      const text = Array.from({ length: PARAGRAPHS }, () => pool[next(POOL)]).join("\n\n");
      block += `${JSON.stringify({ id: id++, text: `${text}\n\nBack to top button` })}\n`;
    }
    const buffer = Buffer.from(block);
    made += buffer.length;
    yield buffer;
  }
}

const { positionals } = parseArgs({ allowPositionals: true });
const gigabytes = Number(positionals[0] ?? 4);
const total = gigabytes * 1e9;
const tenths = Array.from({ length: 10 }, () => ({ peak: 0, sum: 0, count: 0 }));
let taken = 0;
async function* counted(): AsyncGenerator<Uint8Array> {
  for await (const block of stream(total)) {
    taken += block.length;
    const tenth = tenths[Math.min(9, Math.floor((10 * taken) / total))]!;
    const { rss } = process.memoryUsage();
    tenth.peak = Math.max(tenth.peak, rss);
    tenth.sum += rss;
    tenth.count++;
    yield block;
  }
}
const started = performance.now();
let [documents, entries] = [0, 0];
for await (const { document, ledger } of clean(read(counted()))) {
  if (document) documents++;
  entries += ledger?.length ?? 0;
}
const seconds = (performance.now() - started) / 1000;
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
console.log(`${gigabytes} GB, ${documents} documents, ${entries} changes, ${(total / 1e6 / seconds).toFixed(1)} MB/s`);
for (const [i, { peak, sum, count }] of tenths.entries())
  console.log(`tenth ${i + 1}: mean ${megabytes(sum / count)} MB, peak ${megabytes(peak)} MB`);
