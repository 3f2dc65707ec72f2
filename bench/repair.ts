import { parseArgs } from "node:util";
import { cleanText, type LedgerEntry } from "../src/index.ts";
import { listSets } from "./extract/list-sets.ts";

// Do no harm: what the repairs would change in texts that people judged to be clean. Every change is read by eye.
//   node bench/repair.ts <folder of sets> [--show] [--rule repair/entity]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: "boolean" }, rule: { type: "string" } },
});
const [folder = "../shared/bench"] = positionals;
/** UTF-16 code units that are shown on both sides of a change. */
const CONTEXT = 50;

function isRepair({ rule }: LedgerEntry): boolean {
  return values.rule === undefined ? /^(?:repair|normalise)\//.test(rule) : rule === values.rule;
}

function show(id: string, gold: string, { rule, start, end, text, replacement = "" }: LedgerEntry): void {
  const before = gold.slice(Math.max(0, start - CONTEXT), start);
  const after = gold.slice(end, end + CONTEXT);
  console.log(`${id} ${rule}: ${JSON.stringify(`${before}⟦${text}→${replacement}⟧${after}`)}`);
}

for (const set of listSets(folder)) {
  const pages = set.open();
  const byRule: Record<string, { characters: number; changes: number; documents: number }> = {};
  let characters = 0;
  let golds = 0;
  for (let i = 0; i < pages.size; i++) {
    const { id, gold } = pages.page(i);
    if (!gold) continue;
    golds++;
    characters += gold.length;
    const hits = cleanText(gold).ledger.filter(isRepair);
    for (const rule of new Set(hits.map((hit) => hit.rule))) {
      const own = hits.filter((hit) => hit.rule === rule);
      const sum = byRule[rule] ?? { characters: 0, changes: 0, documents: 0 };
      byRule[rule] = sum;
      sum.documents++;
      sum.changes += own.length;
      for (const { text } of own) sum.characters += text.length;
    }
    if (values.show) for (const hit of hits) show(id, gold, hit);
  }
  if (golds === 0) continue;
  console.log(`${set.name}: ${golds} gold texts, ${characters.toLocaleString("en")} characters`);
  for (const [rule, sum] of Object.entries(byRule).sort())
    console.log(
      `  ${rule.padEnd(24)} ${sum.characters} characters (${((100 * sum.characters) / characters).toFixed(5)} %), ${sum.changes} changes in ${sum.documents} texts`,
    );
}
