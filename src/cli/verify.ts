import { Command } from "commander";
import type { Verification } from "../run/verify-run.ts";
import { printable } from "./printable.ts";

/** Problems shown; a broken run has the same one over and over. */
const MOST_PROBLEMS = 20;

/** `dehusk verify`: proves the law on a finished run. */
export function verifyCommand(): Command {
  return new Command("verify")
    .description("Read the sources of a run again and prove that every visible character is kept or in the ledger.")
    .argument("<out-dir>", "the --out folder of a run")
    .option("--json", "print the result as JSON")
    .addHelpText("after", "\nExample:\n  $ dehusk verify output")
    .action(async (folder: string, { json }: { json?: true }) => {
      // Loaded here, so that the schemas cost the other commands nothing.
      const { verifyRun } = await import("../run/verify-run.ts");
      const result = await verifyRun(folder);
      process.stdout.write(json ? `${printable(JSON.stringify(result))}\n` : verificationText(result));
      process.exitCode = result.problems.length > 0 ? 1 : 0;
    });
}

function verificationText({ verified, problems }: Verification): string {
  const lines = problems.slice(0, MOST_PROBLEMS).map(({ path, record, problem }) => {
    return printable(`${path}${record === undefined ? "" : `:${record}`}: ${problem}`);
  });
  if (problems.length > MOST_PROBLEMS)
    lines.push(`… and ${(problems.length - MOST_PROBLEMS).toLocaleString("en")} more`);
  const verdict =
    problems.length === 0 ? "the law holds" : `the law is broken in ${problems.length.toLocaleString("en")} places`;
  return [...lines, `${verified.toLocaleString("en")} documents verified: ${verdict}.`, ""].join("\n");
}
