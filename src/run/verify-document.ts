import { settleWhitespace } from "../core/cleaned.ts";
import { type Document, visibleText } from "../core/document.ts";
import { placeParts } from "../core/place-parts.ts";
import type { DocumentRecord, LedgerLine } from "../core/record.ts";
import type { Shape } from "../core/shape.ts";
import { firstEndingAfter, outsideOf, type Span } from "../core/span.ts";
import { writeBlocks } from "../core/write-blocks.ts";
import type { WritableBlock } from "../core/written.ts";
import { withoutWhitespace } from "../text/whitespace.ts";

/** A kept paragraph or a change outside of all paragraphs, as the outputs state it. */
interface Claim extends Span {
  readonly name: string;
}

type Kept = Pick<DocumentRecord, "format" | "text" | "paragraphs">;
type See = (span: Span) => string;

/**
 * Proves the law on one document: every visible character of its source is in exactly one kept paragraph or one ledger
 * entry, each entry quotes what stood there, and each paragraph is its source with the entries inside it applied. Shares
 * no code with what made the output but the reading of the source, the rule for white space and the writing of paragraphs
 * as a text. Returns what does not hold.
 */
export function verifyDocument(
  { visible, source, blocks = [] }: Pick<Document, "visible" | "source"> & Partial<Pick<Document, "blocks">>,
  record: Kept | undefined,
  ledger: readonly LedgerLine[],
): string[] {
  const see: See = (span) => (span.start < span.end ? gapAt(visible, span.start) + visibleText(visible, span) : "");
  const entries = ledger.toSorted((a, b) => a.start - b.start);
  const kept: Kept = record ?? { text: "", paragraphs: [] };
  const { paragraphs } = kept;
  const outside = outsideOf(entries, paragraphs);
  const stays = paragraphs.map(({ start, end }, i): Claim => ({ start, end, name: `paragraph ${i}` }));
  const gone = outside.map(({ start, end, rule }): Claim => ({ start, end, name: rule }));
  return [
    ...checkEntries(entries, see),
    ...outside.filter(putsText).map(({ rule, start }) => `${rule} at ${start} puts text outside of all paragraphs`),
    ...checkCover(
      [...stays, ...gone].sort((a, b) => a.start - b.start),
      source.length,
      see,
    ),
    ...checkText(kept, rebuildBlocks(kept, blocks, entries, see)),
  ];
}

/** White space that no characters of the source stand for, at the very place where a change ended. */
function gapAt(visible: Document["visible"], offset: number): string {
  let text = "";
  for (let i = firstEndingAfter(visible, offset - 1); i < visible.length && visible[i]!.end === offset; i++)
    if (visible[i]!.start === offset) text += visible[i]!.text;
  return text;
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
function* checkText({ text, paragraphs, format }: Kept, rebuilt: readonly WritableBlock[]): Generator<string> {
  const written = writeBlocks(rebuilt, format);
  const places = paragraphs.map(({ at }) => at);
  let count = 0;
  for (const [i, { start, end }] of rebuilt.entries()) {
    if (sliceAt(text, places, i) === sliceAt(written.text, written.at, i)) continue;
    yield `paragraph ${i} at ${start}..${end} is not its source with the ledger applied`;
    count++;
  }
  if (count === 0 && text !== written.text) yield "the text is not its paragraphs";
}

/** A paragraph of a text, with what stands between it and the next. */
function sliceAt(text: string, places: readonly number[], i: number): string {
  return text.slice(places[i], places[i + 1]);
}

/** The paragraphs as the source and the ledger have them; only Markdown needs to know of their shapes. */
function rebuildBlocks(
  { paragraphs, format }: Kept,
  blocks: Document["blocks"],
  entries: readonly LedgerLine[],
  see: See,
): WritableBlock[] {
  const shapes = new Map<number, Shape>();
  if (format === "markdown") for (const { start, shape } of blocks) if (shape) shapes.set(start, shape);
  return paragraphs.map(({ kind, start, end }) => {
    const present = (span: Span): string => rebuild(span, entries, see);
    const text = settleWhitespace(kind, present({ start, end }));
    const shape = shapes.get(start);
    return { kind, start, end, text, ...(shape && { shape: placeParts(shape, { start, end, text }, present) }) };
  });
}

/** A change stands where it begins, also where it reaches further. */
function rebuild({ start, end }: Span, entries: readonly LedgerLine[], see: See): string {
  let text = "";
  let position = start;
  for (let i = firstEndingAfter(entries, start); i < entries.length && entries[i]!.start < end; i++) {
    const entry = entries[i]!;
    text += see({ start: position, end: entry.start });
    if (entry.start >= start) text += entry.replacement ?? "";
    position = entry.end;
  }
  return text + see({ start: position, end });
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
