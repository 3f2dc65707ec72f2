import type { NoisyDocument } from "./noisy-documents.ts";
import { letterKey } from "./surroundings.ts";

/** What a cleaner did to some documents. Letters are letters and digits. */
export interface NoiseCounts {
  documents: number;
  /** Furniture lines, and those of them that went. */
  furniture: number;
  gone: number;
  /** Good lines, and those of them that went. */
  good: number;
  hurt: number;
  letters: number;
  lettersLost: number;
  /** Documents that lost a good line. */
  harmed: number;
}

export function noCounts(): NoiseCounts {
  return { documents: 0, furniture: 0, gone: 0, good: 0, hurt: 0, letters: 0, lettersLost: 0, harmed: 0 };
}

export function textOf(document: NoisyDocument): string {
  return document.map(({ text }) => text).join("\n\n");
}

/** Counts which lines are no more in what was made of a document, by their letters and digits. */
export function countLines(document: NoisyDocument, output: string, counts: NoiseCounts): void {
  const left = letterKey(output);
  let harmed = 0;
  for (const { text, furniture } of document) {
    const key = letterKey(text);
    const gone = !left.includes(key);
    if (furniture) {
      counts.furniture++;
      if (gone) counts.gone++;
      continue;
    }
    if (key === "") continue;
    counts.good++;
    counts.letters += key.length;
    if (!gone) continue;
    counts.hurt++;
    counts.lettersLost += key.length;
    harmed = 1;
  }
  counts.documents++;
  counts.harmed += harmed;
}

/** Shares; not numbers where nothing was counted. */
export interface NoiseRates {
  readonly recall: number;
  /** Of the lines that went, those that were furniture. */
  readonly precision: number;
  readonly lost: number;
}

export function ratesOf({ furniture, gone, hurt, letters, lettersLost }: NoiseCounts): NoiseRates {
  return { recall: gone / furniture, precision: gone / (gone + hurt), lost: lettersLost / letters };
}
