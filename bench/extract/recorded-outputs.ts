import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readArticleOutputs, writeArticleOutputs } from "./article-benchmark.ts";
import type { SetSource } from "./list-sets.ts";

/** Texts by the id of their page. */
export type Outputs = ReadonlyMap<string, string>;

/**
 * Writes a peer's outputs for a set: `<folder>/<peer>/<set>.jsonl`, lines of id and text, or, as the article benchmark has
 * it, `<folder>/<peer>.json`.
 */
export function recordOutputs(
  folder: string,
  peer: string,
  { name, form }: Pick<SetSource, "name" | "form">,
  outputs: Outputs,
): void {
  if (form === "article-benchmark") writeArticleOutputs(join(folder, `${peer}.json`), outputs);
  else writeLines(join(folder, peer), `${name}.jsonl`, outputs);
}

/** All outputs for a set that were recorded in a folder, by the name of who made them. */
export function readRecorded(
  folder: string,
  { name, form }: Pick<SetSource, "name" | "form">,
): ReadonlyMap<string, Outputs> {
  const entries = readdirSync(folder).sort();
  if (form === "article-benchmark") {
    const files = entries.filter((entry) => entry.endsWith(".json"));
    return new Map(files.map((file) => [file.slice(0, -".json".length), readArticleOutputs(join(folder, file))]));
  }
  const files = entries.map((peer) => [peer, join(folder, peer, `${name}.jsonl`)] as const);
  return new Map(files.filter(([, file]) => existsSync(file)).map(([peer, file]) => [peer, readLines(file)]));
}

function writeLines(folder: string, file: string, outputs: Outputs): void {
  mkdirSync(folder, { recursive: true });
  const lines = Array.from(outputs, ([id, text]) => `${JSON.stringify({ id, text })}\n`);
  writeFileSync(join(folder, file), lines.join(""));
}

function readLines(file: string): Outputs {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return new Map(
    lines.map((line) => {
      const { id, text }: { readonly id: string; readonly text: string } = JSON.parse(line);
      return [id, text];
    }),
  );
}
