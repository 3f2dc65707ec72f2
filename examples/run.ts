/**
 * Runs every example: `npm run examples`. What the Python ones need goes into a virtual environment outside the project, made
 * once, in ~/.cache or where DEHUSK_EXAMPLES says.
 */
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { examples, run, runExample } from "./run-example.ts";

const environment = process.env["DEHUSK_EXAMPLES"] ?? join(homedir(), ".cache", "dehusk-examples");
const python = join(environment, "bin", "python");
if (!existsSync(python)) {
  console.log(`Making ${environment} …`);
  run("python3", ["-m", "venv", environment]);
}
run(python, ["-m", "pip", "install", "--quiet", "--requirement", "examples/requirements.txt"]);

for (const script of Object.keys(examples)) console.log(`\n${script}\n${runExample(script, python)}`);
console.log(`\nclean-folder.ts\n${run(process.execPath, ["examples/clean-folder.ts", "seeds"])}`);
