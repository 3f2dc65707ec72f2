import { type Document, visibleText } from "../core/document.ts";
import type { DocumentRecord, LedgerLine } from "../core/record.ts";
import { firstEndingAfter, type Span } from "../core/span.ts";
import { withoutWhitespace } from "../text/whitespace.ts";

/** A kept paragraph or a change, as the outputs state it. */
type Claim = Span & { readonly says: string; readonly entry: boolean; readonly name: string };

/**
 * Proves the law on one document: every visible character of its source is in exactly one kept paragraph or one ledger
 * entry, each entry quotes what stood there, and each paragraph is its source with the entries inside it applied; white
 * space aside. Shares no code with what made the output but the reading of the source. Returns what does not hold.
 */
export function verifyDocument(
  { visible, source }: Pick<Document, "visible" | "source">,
  record: Pick<DocumentRecord, "text" | "paragraphs"> | undefined,
  ledger: readonly LedgerLine[],
): string[] {
  const problems: string[] = [];
  const seen = (span: Span): string => withoutWhitespace(visibleText(visible, span));
  const entries = ledger.toSorted((a, b) => a.start - b.start);
  for (const [i, { start, end, text, rule }] of entries.entries()) {
    if (seen({ start, end }) !== withoutWhitespace(text))
      problems.push(`${rule} at ${start}..${end} quotes another text`);
    if ((entries[i + 1]?.start ?? end) < end) problems.push(`${rule} at ${start}..${end} overlaps the next entry`);
  }
  let position = 0;
  for (const claim of claimsOf(record, entries)) {
    const gap = seen({ start: position, end: Math.max(position, claim.start) });
    if (gap !== "") problems.push(`"${shorten(gap)}" before ${claim.start} is in no paragraph and no entry`);
    if (claim.start < position) problems.push(`${claim.name} at ${claim.start} begins inside what came before it`);
    if (!claim.entry && rebuild(claim, entries, seen) !== withoutWhitespace(claim.says))
      problems.push(`${claim.name} at ${claim.start}..${claim.end} is not its source with the ledger applied`);
    position = Math.max(position, claim.end);
  }
  const rest = seen({ start: position, end: source.length });
  if (rest !== "") problems.push(`"${shorten(rest)}" after ${position} is in no paragraph and no entry`);
  return problems;
}

/** Paragraphs, and the entries that lie in none, in order of the source. */
function claimsOf(
  record: Pick<DocumentRecord, "text" | "paragraphs"> | undefined,
  entries: readonly LedgerLine[],
): Claim[] {
  const paragraphs = (record?.paragraphs ?? []).map(({ start, end, at }, i, all): Claim => {
    const says = record!.text.slice(at, (all[i + 1]?.at ?? record!.text.length + 2) - 2);
    return { start, end, says, entry: false, name: `paragraph ${i}` };
  });
  const outside = entries.filter((entry) => {
    const paragraph = paragraphs[firstEndingAfter(paragraphs, entry.start)];
    return !paragraph || entry.start < paragraph.start || entry.end > paragraph.end;
  });
  const changes = outside.map(
    ({ start, end, rule, text }): Claim => ({ start, end, says: text, entry: true, name: rule }),
  );
  return [...paragraphs, ...changes].sort((a, b) => a.start - b.start);
}

function rebuild({ start, end }: Span, entries: readonly LedgerLine[], seen: (span: Span) => string): string {
  let text = "";
  let position = start;
  for (let i = firstEndingAfter(entries, start); i < entries.length && entries[i]!.start < end; i++) {
    const entry = entries[i]!;
    text += seen({ start: position, end: entry.start }) + withoutWhitespace(entry.replacement ?? "");
    position = entry.end;
  }
  return text + seen({ start: position, end });
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
