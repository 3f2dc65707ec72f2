import { readdirSync, readFileSync } from "node:fs";
import type { NoisyDocument } from "./noisy-documents.ts";

const FOLDER = new URL("lines/", import.meta.url);

/** Where a line is put: above three paragraphs, between them, or below. */
export type Place = "head" | "between" | "tail";

/** A line that was written for the benchmark, and what it is. */
export interface SetLine {
  readonly zone: Place;
  readonly class: string;
  readonly text: string;
}

/** The project's own noise set of one language: furniture, and good lines that look like it. */
export interface NoiseSet {
  readonly language: string;
  /** Three paragraphs that the lines are put around. */
  readonly prose: readonly [string, string, string];
  readonly furniture: readonly SetLine[];
  readonly good: readonly SetLine[];
}

export function readNoiseSets(): readonly NoiseSet[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as NoiseSet);
}

/** A document for each line: its language's prose, and the line in its place. */
export function* setDocuments({ prose, furniture, good }: NoiseSet): Generator<{
  readonly line: SetLine;
  readonly document: NoisyDocument;
}> {
  const [first, second, third] = prose.map((text) => ({ text, furniture: false }));
  for (const line of [...furniture, ...good]) {
    const own = { text: line.text, furniture: furniture.includes(line) };
    if (line.zone === "head") yield { line, document: [own, first!, second!, third!] };
    else if (line.zone === "tail") yield { line, document: [first!, second!, third!, own] };
    else yield { line, document: [first!, second!, own, third!] };
  }
}
