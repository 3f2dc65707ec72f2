import { Command, CommanderError } from "commander";
import { UsageError } from "../core/usage-error.ts";
import { version } from "../version.ts";
import { cleanCommand } from "./clean.ts";
import { explainCommand } from "./explain.ts";
import { learnCommand } from "./learn.ts";
import { printable, printableLines } from "./printable.ts";
import { rulesCommand } from "./rules.ts";
import { Stopped } from "./stop-signals.ts";
import { verifyCommand } from "./verify.ts";

/** Exit codes: 0 all good, 1 some inputs failed or a run broke, 2 usage, 3 inputs were lost, 130 and 143 stopped by a signal. */
export async function runProgram(argv: readonly string[]): Promise<void> {
  const program = new Command("dehusk")
    .description("Turns scraped pages and scraped text into clean JSONL, and accounts for every character it removes.")
    .version(version)
    .showHelpAfterError("(dehusk --help shows how)")
    // A shell's * passes names of files on, and a name can look like an option.
    .configureOutput({ writeErr: (text) => process.stderr.write(printableLines(text)) })
    .exitOverride()
    .addCommand(cleanCommand())
    .addCommand(explainCommand())
    .addCommand(verifyCommand())
    .addCommand(learnCommand())
    .addCommand(rulesCommand());
  for (const command of program.commands) inherit(command, program);
  process.stdout.on("error", stopWriting);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error);
  }
}

function inherit(command: Command, program: Command): void {
  command.exitOverride().copyInheritedSettings(program);
  for (const inner of command.commands) inherit(inner, program);
}

/** A reader that has seen enough, as `head`, is no error. */
function stopWriting(error: NodeJS.ErrnoException): never {
  process.exit(error.code === "EPIPE" ? (process.exitCode ?? 0) : report(error));
}

function report(error: unknown): number {
  // Commander has printed its own message already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`dehusk: ${printable(explainError(error))}\n`);
  if (error instanceof Stopped) return error.exitCode;
  return error instanceof UsageError ? 2 : 1;
}

function explainError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT")
    return "the disk is full; no output was changed. Free some space and run again.";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return `not allowed (${message}). Choose another folder, or get the rights to this one.`;
  if (code === "ERR_WORKER_INIT_FAILED") return `no thread could be started (${message}). Use fewer --workers.`;
  return message || String(error);
}
