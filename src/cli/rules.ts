import { Command } from "commander";
import type { Rule } from "../core/rule.ts";
import { allRules } from "../pipeline.ts";
import { brokenExamples, rulesOfPack } from "../rule-examples.ts";
import { loadPacks, packOption } from "./option-files.ts";
import { printable } from "./printable.ts";

interface Flags {
  readonly pack: readonly string[];
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  $ dehusk rules list
  $ dehusk rules list strip/share --json
  $ dehusk rules check --pack ours.json`;

/** `dehusk rules`: what there is to remove or change something by, and whether its examples hold. */
export function rulesCommand(): Command {
  const command = new Command("rules")
    .description("Show every rule with its examples, or try the examples.")
    .addHelpText("after", EXAMPLES);
  command
    .command("list")
    .description("Show every rule, or some with all their examples.")
    .argument("[ids...]", "ids of rules, as the ledger has them")
    .addOption(packOption())
    .option("--json", "print them as JSON")
    .action(list);
  command
    .command("check")
    .description("Try the examples of every rule, those of your own packs too.")
    .addOption(packOption())
    .action(check);
  return command;
}

async function list(ids: readonly string[], { pack, json }: Flags): Promise<void> {
  const { packs = [] } = await loadPacks(pack);
  const byId = Map.groupBy(new Set([...allRules, ...packs.flatMap(rulesOfPack)]), ({ id }) => id);
  const unknown = ids.filter((id) => !byId.has(id as Rule["id"]));
  if (unknown.length > 0) throw new Error(`there is no rule ${unknown.join(", ")}; dehusk rules list shows all`);
  const rules = [...byId.values()].filter(([rule]) => ids.length === 0 || ids.includes(rule!.id)).map(joined);
  const text = json ? JSON.stringify(rules, null, 2) : rules.map(ids.length > 0 ? inFull : inShort).join("\n");
  process.stdout.write(`${text}\n`);
}

/** A rule is written down once a language; a reader wants it once. */
function joined(rules: readonly Rule[]): Pick<Rule, "id" | "summary" | "changes" | "leavesAlone"> {
  const { id, summary } = rules[0]!;
  return {
    id,
    summary,
    changes: rules.flatMap(({ changes }) => changes),
    leavesAlone: rules.flatMap(({ leavesAlone }) => leavesAlone),
  };
}

type Listed = ReturnType<typeof joined>;

const inShort = ({ id, summary }: Listed): string => `${id.padEnd(32)} ${summary}`;

function inFull({ id, summary, changes, leavesAlone }: Listed): string {
  const examples = [
    ...changes.map(({ input, output }) => `  changes\n${indent(input)}\n  to\n${indent(output)}`),
    ...leavesAlone.map((input) => `  leaves alone\n${indent(input)}`),
  ];
  return [`${id}: ${summary}`, ...examples].join("\n\n");
}

const indent = (text: string): string =>
  text
    .split("\n")
    .map((line) => `    ${printable(line)}`)
    .join("\n");

async function check({ pack }: Flags): Promise<void> {
  const options = await loadPacks(pack);
  const own = (options.packs ?? []).flatMap(rulesOfPack);
  const broken = [
    ...[...new Set(allRules)].flatMap((rule) => [...brokenExamples(rule)]),
    ...own.flatMap((rule) => [...brokenExamples(rule, options)]),
  ];
  for (const { rule, input, message } of broken)
    process.stdout.write(`${rule.id}: ${printable(JSON.stringify(input))} ${printable(message)}\n`);
  const rules = [...new Set([...allRules, ...own])];
  const examples = rules.reduce((sum, { changes, leavesAlone }) => sum + changes.length + leavesAlone.length, 0);
  process.stdout.write(`${rules.length} rules, ${examples} examples, ${broken.length} of them broken.\n`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}
