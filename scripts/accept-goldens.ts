import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { listGoldens, readGolden, runGolden } from "../tests/golden-files.ts";

// Rewrites every golden from the present behaviour. Read the difference before it is committed: it must be right.
for (const golden of listGoldens()) {
  const { expected, ledger } = runGolden(golden);
  if (readGolden(golden, "expected.json") === expected && readGolden(golden, "ledger.jsonl") === ledger) continue;
  writeFileSync(join(golden.folder, "expected.json"), expected);
  writeFileSync(join(golden.folder, "ledger.jsonl"), ledger);
  console.log(`accepted ${golden.name}`);
}
