import { joinBlocks, SEPARATOR, settleWhitespace } from "../core/cleaned.ts";
import { type Document, visibleText } from "../core/document.ts";
import type { DocumentRecord, LedgerLine } from "../core/record.ts";
import { firstEndingAfter, outsideOf, type Span } from "../core/span.ts";
import { withoutWhitespace } from "../text/whitespace.ts";

/** A kept paragraph or a change outside of all paragraphs, as the outputs state it. */
interface Claim extends Span {
  readonly name: string;
}

type Kept = Pick<DocumentRecord, "text" | "paragraphs">;
type See = (span: Span) => string;

/**
 * Proves the law on one document: every visible character of its source is in exactly one kept paragraph or one ledger
 * entry, each entry quotes what stood there, and each paragraph is its source with the entries inside it applied. Shares
 * no code with what made the output but the reading of the source and the rule for white space. Returns what does not
 * hold.
 */
export function verifyDocument(
  { visible, source }: Pick<Document, "visible" | "source">,
  record: Kept | undefined,
  ledger: readonly LedgerLine[],
): string[] {
  const see: See = (span) => (span.start < span.end ? visibleText(visible, span) : "");
  const entries = ledger.toSorted((a, b) => a.start - b.start);
  const { text, paragraphs } = record ?? { text: "", paragraphs: [] };
  const outside = outsideOf(entries, paragraphs);
  const kept = paragraphs.map(({ start, end }, i): Claim => ({ start, end, name: `paragraph ${i}` }));
  const gone = outside.map(({ start, end, rule }): Claim => ({ start, end, name: rule }));
  return [
    ...checkEntries(entries, see),
    ...outside.filter(putsText).map(({ rule, start }) => `${rule} at ${start} puts text outside of all paragraphs`),
    ...checkCover(
      [...kept, ...gone].sort((a, b) => a.start - b.start),
      source.length,
      see,
    ),
    ...checkText({ text, paragraphs }, entries, see),
  ];
}

function* checkEntries(entries: readonly LedgerLine[], see: See): Generator<string> {
  for (const [i, { start, end, text, rule }] of entries.entries()) {
    if (!isAlike(see({ start, end }), text)) yield `${rule} at ${start}..${end} quotes another text`;
    if ((entries[i + 1]?.start ?? end) < end) yield `${rule} at ${start}..${end} overlaps the next entry`;
  }
}

/** A change may touch the white space around it in any way, but no more than that. */
function isAlike(a: string, b: string): boolean {
  return a === b || withoutWhitespace(a) === withoutWhitespace(b);
}

const putsText = ({ replacement = "" }: LedgerLine): boolean => withoutWhitespace(replacement) !== "";

function* checkCover(claims: readonly Claim[], length: number, see: See): Generator<string> {
  let position = 0;
  for (const { start, end, name } of [...claims, { start: length, end: length, name: "the end" }]) {
    const gap = withoutWhitespace(see({ start: position, end: start }));
    if (gap !== "") yield `"${shorten(gap)}" before ${start} is in no paragraph and no entry`;
    if (start < position) yield `${name} at ${start} begins inside what came before it`;
    position = Math.max(position, end);
  }
}

/** The text is its paragraphs, and each of them what the source and the ledger make of it, to the last space. */
function* checkText({ text, paragraphs }: Kept, entries: readonly LedgerLine[], see: See): Generator<string> {
  const blocks = paragraphs.map(({ at }, i) => {
    const next = paragraphs[i + 1];
    return { text: text.slice(at, next ? next.at - SEPARATOR.length : text.length) };
  });
  if (joinBlocks(blocks) !== text) yield "the text is not its paragraphs, parted by blank lines";
  for (const [i, { kind, start, end }] of paragraphs.entries())
    if (settleWhitespace(kind, rebuild({ start, end }, entries, see)) !== blocks[i]!.text)
      yield `paragraph ${i} at ${start}..${end} is not its source with the ledger applied`;
}

function rebuild({ start, end }: Span, entries: readonly LedgerLine[], see: See): string {
  let text = "";
  let position = start;
  for (let i = firstEndingAfter(entries, start); i < entries.length && entries[i]!.start < end; i++) {
    const entry = entries[i]!;
    text += see({ start: position, end: entry.start }) + (entry.replacement ?? "");
    position = entry.end;
  }
  return text + see({ start: position, end });
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
