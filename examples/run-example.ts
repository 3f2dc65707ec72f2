import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = join(HERE, "..");

/** The Python examples, and the flags of the run whose output each reads. */
export const examples: Readonly<Record<string, readonly string[]>> = {
  "query_duckdb.py": ["--parquet"],
  "load_huggingface.py": ["--preset", "huggingface"],
  "read_datatrove.py": ["--preset", "datatrove", "--compress", "gz"],
  "load_langchain.py": ["--preset", "langchain"],
  "load_llamaindex.py": ["--preset", "llamaindex"],
};

/**
 * Cleans seeds/ as an example needs it and lets it read the output. Gives what it printed.
 *
 * @throws {Error} with what it said, when either breaks.
 */
export function runExample(script: string, python: string): string {
  const out = mkdtempSync(join(tmpdir(), "dehusk-example-"));
  try {
    run(process.execPath, ["src/cli/bin.ts", "clean", "seeds", "--out", out, ...examples[script]!]);
    return run(python, [join(HERE, script), out]);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Runs a program in the project's folder, without a network where it can be told so. */
export function run(program: string, args: readonly string[]): string {
  const env = { ...process.env, HF_HUB_OFFLINE: "1", HF_HUB_DISABLE_TELEMETRY: "1" };
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: ROOT, env, encoding: "utf8" });
  if (error ?? status !== 0) throw new Error(`${program} ${args.join(" ")}: ${error?.message ?? stderr}`);
  return stdout;
}
