import { styleText } from "node:util";
import type { Passage } from "../run/explain-document.ts";
import type { FileExplanation } from "../run/explain-file.ts";
import { collapseWhitespace } from "../text/whitespace.ts";
import { printable } from "./printable.ts";

/** For a terminal: removed text red, what took its place green; without colour, the same in brackets. */
export function explanationText({ blocks, cleaned, rules }: FileExplanation, colour: boolean = hasColour()): string {
  const head = [
    cleaned.title === undefined ? [] : `title: ${printable(cleaned.title)}`,
    flagLine(cleaned.flags),
  ].flat();
  const body = blocks.map(({ passages }) => passages.map((passage) => passageText(passage, colour)).join(""));
  const legend = rules.map(({ id, summary }) => `${colour ? styleText("red", id, FORCED) : id}: ${summary}`);
  return `${[head.join("\n"), ...body, legend.join("\n")].filter(Boolean).join("\n\n")}\n`;
}

const FORCED = { validateStream: false } as const;

function hasColour(): boolean {
  return process.stdout.isTTY === true && process.stdout.hasColors();
}

function flagLine(flags: readonly string[]): string[] {
  return flags.length === 0 ? [] : [`flags: ${flags.join(", ")}`];
}

function passageText({ text, rule, replacement, reason }: Passage, colour: boolean): string {
  const shown = printable(rule === undefined ? text.replace(/\s+/g, " ") : collapseWhitespace(text));
  if (rule === undefined) return shown;
  const why = reason === undefined ? rule : `${rule}: ${printable(reason)}`;
  const instead = replacement === undefined ? "" : printable(replacement);
  if (!colour) return `[-${shown}-]${instead === "" ? "" : `{+${instead}+}`}(${why})`;
  const removed = styleText(["red", "strikethrough"], shown, FORCED);
  return `${removed}${styleText("green", instead, FORCED)}${styleText("dim", ` ${why} `, FORCED)}`;
}
