import { styleText } from "node:util";
import type { RunSummary } from "../run/summary.ts";
import { printable } from "./printable.ts";

/** Rules shown by name; the rest are counted. */
const MOST_RULES = 6;

/** A run in a few lines that a person likes to read; without a folder there is no ledger and no list of failures. */
export function summaryText(summary: RunSummary, out: string | undefined, stream: NodeJS.WritableStream): string {
  const { documents, duplicates, droppedParagraphs, failures, paragraphs, characters, seconds } = summary;
  const place = out === undefined ? "" : ` into ${printable(out)}`;
  const [ledger, list] = out === undefined ? ["", ""] : [", each in the ledger", ", see failures.jsonl"];
  const lines = [
    `${styleText("bold", `${count(documents, "document")} cleaned`, { stream })}${place} in ${seconds.toFixed(1)} s`,
    `  kept        ${count(characters.kept, "character")} in ${count(paragraphs, "paragraph")}`,
    `  removed     ${count(characters.removed, "character")}${ledger}`,
    ...ruleLines(summary.removedByRule),
    `  duplicates  ${count(duplicates, "document")}, ${count(droppedParagraphs, "paragraph")}`,
    `  failures    ${failures === 0 ? "none" : `${failures.toLocaleString("en")} (${tally(summary.failuresByReason)})${list}`}`,
  ];
  if (summary.skipped > 0)
    lines.push(`  skipped     ${summary.skipped.toLocaleString("en")} (${tally(summary.skippedByReason)})`);
  const { resumed } = summary;
  if (resumed && resumed.reused + resumed.vanished > 0) lines.push(`  resumed     ${resumedText(resumed)}`);
  if (Object.keys(summary.flags).length > 0) lines.push(`  flagged     ${tally(summary.flags)}`);
  if (out !== undefined) lines.push(styleText("dim", `  proof       dehusk verify ${printable(out)}`, { stream }));
  return lines.join("\n");
}

function resumedText({ reused, redone, vanished }: NonNullable<RunSummary["resumed"]>): string {
  const gone = vanished > 0 ? `, ${count(vanished, "earlier file")} gone` : "";
  return `${count(reused, "input")} as before, ${redone.toLocaleString("en")} new or changed${gone}`;
}

function ruleLines(byRule: RunSummary["removedByRule"]): string[] {
  const rules = Object.entries(byRule);
  const width = Math.max(...rules.map(([rule]) => rule.length));
  const lines = rules
    .slice(0, MOST_RULES)
    .map(([rule, n]) => `    ${rule.padEnd(width)}  ${n.toLocaleString("en").padStart(9)}`);
  if (rules.length > MOST_RULES) lines.push(`    and ${count(rules.length - MOST_RULES, "more rule")}`);
  return lines;
}

function tally(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, n]) => `${n.toLocaleString("en")} ${name}`)
    .join(", ");
}

function count(n: number, noun: string): string {
  return `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
}
