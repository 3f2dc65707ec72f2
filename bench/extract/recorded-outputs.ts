import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes a peer's outputs for a set as JSON Lines of id and text, to `<folder>/<peer>/<set>.jsonl`. */
export function recordOutputs(folder: string, peer: string, set: string, outputs: ReadonlyMap<string, string>): void {
  mkdirSync(join(folder, peer), { recursive: true });
  const lines = Array.from(outputs, ([id, text]) => `${JSON.stringify({ id, text })}\n`);
  writeFileSync(join(folder, peer, `${set}.jsonl`), lines.join(""));
}

/** Reads such a file. */
export function readOutputs(file: string): ReadonlyMap<string, string> {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return new Map(
    lines.map((line) => {
      const { id, text }: { readonly id: string; readonly text: string } = JSON.parse(line);
      return [id, text];
    }),
  );
}
