import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generatedCorpus, numbersFrom } from "../run/generated-corpus.ts";
import { canMount, TROUBLE_KINDS } from "./troubles.ts";
import { type Outcome, openBench, tryFault } from "./try-fault.ts";

// npm run faults -- --count 200 --seed 1: disturbs runs of the built command in many ways and tells, as a table for
// docs/reliability.md, after how many of them the next run wrote what an undisturbed one writes.

const { values } = parseArgs({
  options: { count: { type: "string", default: "200" }, seed: { type: "string", default: "1" } },
});
const count = Number(values.count);
const next = numbersFrom(Number(values.seed));
const bench = await openBench(fileURLToPath(new URL("../../dist/cli/bin.js", import.meta.url)), generatedCorpus(7));
console.log("| fault | tried | came in time | survived | inputs kept for the next run (median) |");
console.log("|---|---:|---:|---:|---:|");
let broken = 0;
for (const { name, share, make } of TROUBLE_KINDS) {
  if (name.includes("disk") && !canMount()) {
    console.error(`${name}: left out, as nothing can be mounted here`);
    continue;
  }
  const outcomes: Outcome[] = [];
  for (let i = 0; i < Math.max(2, count * share); i++) {
    const outcome = await tryFault(bench, make(bench, next, i));
    outcomes.push(outcome);
    for (const problem of outcome.problems) console.error(`${name}, number ${i}: ${problem}`);
  }
  const hits = outcomes.filter(({ hit }) => hit);
  const survived = outcomes.filter(({ problems }) => problems.length === 0).length;
  const kept = hits.map(({ reused }) => reused).sort((a, b) => a - b);
  broken += outcomes.length - survived;
  console.log(`| ${name} | ${outcomes.length} | ${hits.length} | ${survived} | ${kept[kept.length >> 1] ?? 0} |`);
}
process.exitCode = broken === 0 ? 0 : 1;
