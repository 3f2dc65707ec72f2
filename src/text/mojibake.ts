import { type MisreadSequence, sequenceAt } from "./misread-sequence.ts";
import { MISREADINGS, type Misreading } from "./misreading.ts";

/** The mojibake of one document's texts. */
export interface Mojibake {
  /** What the UTF-8 was read as: a name of the Encoding Standard, or `iso-8859-1`. */
  readonly readAs: string;
  /** By text, in order. */
  readonly sequences: readonly (readonly MisreadSequence[])[];
}

/** Sequences without anything between them. */
interface Cluster {
  readonly sequences: readonly MisreadSequence[];
  /** Whether it cannot be anything else, whatever the document. */
  readonly sure: boolean;
}

/** Bytes of letters of one foreign script that no correct text has in a row in such a guise. */
const CHAIN_BYTES = 6;
const UPPER = /\p{Lu}/u;

/**
 * Finds mojibake in the texts of one document. The method is the round trip: characters go back to the bytes that one
 * encoding gives them, and count when these are well-formed UTF-8 that says something plausible. One misreading is
 * believed for the whole document, the one with most clear signs; what could be meant as it stands needs such signs
 * elsewhere. One layer: text that was misread twice shows the next one when this one is taken off.
 */
export function findMojibake(texts: readonly string[]): Mojibake | undefined {
  let best: { misreading: Misreading; clusters: Cluster[][]; signs: number } | undefined;
  for (const misreading of MISREADINGS) {
    const clusters = texts.map((text) => clustersIn(text, misreading));
    const signs = clusters.flat().reduce((sum, { sure, sequences }) => sum + (sure ? sequences.length : 0), 0);
    if (signs >= misreading.evidence && signs > (best?.signs ?? 0)) best = { misreading, clusters, signs };
  }
  if (!best) return undefined;
  const { misreading, clusters } = best;
  const leads = chainedLeads(clusters, texts);
  const sequences = clusters.map((own, i) =>
    own.filter((cluster) => cluster.sure || isBelieved(cluster, texts[i]!, leads)).flatMap((one) => one.sequences),
  );
  return { readAs: nameOf(misreading, sequences.flat()), sequences };
}

function clustersIn(text: string, misreading: Misreading): Cluster[] {
  const { candidate } = misreading;
  const clusters: Cluster[] = [];
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const sequences: MisreadSequence[] = [];
    let next = sequenceAt(text, match.index, misreading);
    for (; next; next = sequenceAt(text, next.end, misreading)) sequences.push(next);
    candidate.lastIndex = sequences.at(-1)?.end ?? match.index + 1;
    if (sequences.length > 0) clusters.push({ sequences, sure: isSure(sequences) });
  }
  return clusters;
}

function isSure(sequences: readonly MisreadSequence[]): boolean {
  let chained = 0;
  for (const { looks, start, end } of sequences) {
    if (looks === "clear") return true;
    if (looks === "chained") chained += end - start;
  }
  return chained >= CHAIN_BYTES;
}

/** The first characters of foreign letters that are surely meant: with them, single letters are believed as well. */
function chainedLeads(clusters: readonly Cluster[][], texts: readonly string[]): ReadonlySet<string> {
  const leads = new Set<string>();
  clusters.forEach((own, i) => {
    for (const { sequences, sure } of own)
      if (sure) for (const { looks, start } of sequences) if (looks === "chained") leads.add(texts[i]![start]!);
  });
  return leads;
}

/** In a document with clear signs; words in capitals stay doubtful, as `MANHû` may end a quotation. */
function isBelieved({ sequences }: Cluster, text: string, leads: ReadonlySet<string>): boolean {
  return sequences.every(({ looks, start }) =>
    looks === "chained" ? leads.has(text[start]!) : !UPPER.test(text[start - 1] ?? ""),
  );
}

/** Controls tell ISO-8859-1 from windows-1252, which has characters in most of their places. */
function nameOf({ charset }: Misreading, sequences: readonly MisreadSequence[]): string {
  return charset === "windows-1252" && sequences.some(({ control }) => control) ? "iso-8859-1" : charset;
}
