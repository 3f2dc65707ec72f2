import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { examples, run, runExample } from "../../examples/run-example.ts";

/** A virtual environment, as `npm run examples` makes it. */
const ENVIRONMENT = process.env["DEHUSK_EXAMPLES"];

it("runs every Python example there is", () => {
  const scripts = readdirSync(new URL("../../examples", import.meta.url)).filter((name) => name.endsWith(".py"));
  expect(scripts.sort()).toEqual(Object.keys(examples).sort());
});

it.each(Object.keys(examples))("%s reads what a run wrote", (script) => {
  if (ENVIRONMENT === undefined)
    return console.info(
      `${script} is not run: DEHUSK_EXAMPLES names no Python environment (npm run examples makes one)`,
    );
  const printed = runExample(script, join(ENVIRONMENT, "bin", "python"));
  expect(printed).toMatch(/^9 documents$/m);
  expect(printed).toMatch(/^Library Lends Seeds Along With Novels \| 006_5d20c8f79a3be164\.jsonl \|/m);
});

it("clean-folder.ts reads the seeds", () => {
  const printed = run(process.execPath, ["examples/clean-folder.ts", "seeds"]);
  expect(printed).toMatch(/^10 documents$/m);
  expect(printed).toMatch(/^repair\/link-debris: \d+$/m);
});
