import { argv } from "node:process";
import { cleanHtml } from "../src/index.ts";
import { openJsonLines } from "./extract/list-sets.ts";

/**
 * How much of the captions that go by default is in the texts that people kept of the same pages: `node bench/captions.ts
 * <file.jsonl.gz>…`, with lines of `html`, `gold` and perhaps `url`. A word counts as kept when it stands in a run of three
 * words, or in a whole line, of the gold text.
 */
const RUN = 3;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function keptWords(caption: readonly string[], runs: ReadonlySet<string>, lines: ReadonlySet<string>): number {
  if (lines.has(caption.join(" "))) return caption.length;
  const kept = new Set<number>();
  for (let i = 0; i + RUN <= caption.length; i++)
    if (runs.has(caption.slice(i, i + RUN).join(" "))) for (let j = i; j < i + RUN; j++) kept.add(j);
  return kept.size;
}

for (const file of argv.slice(2)) {
  const set = openJsonLines(file);
  let [captions, words, kept] = [0, 0, 0];
  for (let index = 0; index < set.size; index++) {
    const { html, url, gold } = set.page(index);
    if (!gold) continue;
    const all = wordsOf(gold);
    const runs = new Set(all.map((_, i) => all.slice(i, i + RUN).join(" ")));
    const lines = new Set(gold.split("\n").map((line) => wordsOf(line).join(" ")));
    for (const { rule, text } of cleanHtml(html, url === undefined ? {} : { url }).ledger) {
      const caption = wordsOf(text);
      if (rule !== "extract/caption" || caption.length === 0) continue;
      captions++;
      words += caption.length;
      kept += keptWords(caption, runs, lines);
    }
  }
  const share = words === 0 ? "" : `, ${((100 * kept) / words).toFixed(1)} % of them in the gold texts`;
  console.log(`${file}: ${captions} captions of ${words} words go${share}`);
}
