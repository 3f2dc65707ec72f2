/** Offsets are UTF-16 code units of the scanned text, end excluded. */
export interface DebrisSite {
  /** Where the slug or address remnant begins; `quote` itself when there is none. */
  readonly start: number;
  /** The orphaned quote that once closed an attribute's value. */
  readonly quote: number;
  /** Behind the last `>` of the site: where the link's own words begin. */
  readonly end: number;
  /** Number of whole attributes between the quote and the bracket. */
  readonly attributes: number;
}

const NAME =
  /(?<=\s)(?:class|title|href|rel|target|id|style|alt|src|name|type|lang|dir|role|width|height|itemprop|itemscope|data-[\w-]{1,40}|aria-[\w-]{1,40})$/i;
/** An address remnant, read backwards from the quote. Brackets, quotes and dashes of prose end it. */
const REMNANT = /[\p{L}\p{M}\p{N}\-_./%~+=&?#:@\u00ad]/u;
const QUOTES = '"“”″';
const SEMICOLON = 0x3b;
/** The same marks as references of HTML, which double encoding leaves. */
const REFERENCE = "&(?:quot|ldquo|rdquo|Prime|#34|#8220|#8221|#8243|#x22);";
const REFERENCE_BEFORE: RegExp = new RegExp(`${REFERENCE}$`);
/** UTF-16 code units of the longest of them. */
const LONGEST_REFERENCE = 7;
const BRACKETS = />|&gt;/g;
/** Bounds that keep the scan linear: longer attributes and remnants are not seen in the wild. UTF-16 code units. */
const LONGEST_VALUE = 400;
const LONGEST_REMNANT = 300;
const QUOTE = `(?:[${QUOTES}]|${REFERENCE})`;
const NEST = new RegExp(
  `[\\w-]{0,60}${QUOTE}(?:\\s+[\\w:-]{1,40}=${QUOTE}(?:(?!${REFERENCE})[^<>${QUOTES}]){0,${LONGEST_VALUE}}${QUOTE})*\\s{0,8}(?:>|&gt;)`,
  "y",
);

/**
 * Finds what link-injecting plugins leave when they match a keyword inside an attribute of their own earlier link:
 * `remnant" class="…">words`, also nested. The grammar is ours, measured on scraped news; a bracket that belongs to a
 * tag still open on the same line is no debris. Each `>` is looked at once, backwards within fixed bounds.
 */
export function* findDebris(text: string): Iterable<DebrisSite> {
  const tags = new OpenTags(text);
  let done = 0;
  for (const { 0: bracket, index: close } of text.matchAll(BRACKETS)) {
    if (close < done) continue;
    const site = readBackwards(text, close, done);
    if (!site || tags.isOpenAt(site.start)) continue;
    done = skipNests(text, close + bracket.length);
    yield { ...site, end: done };
  }
}

/** Answers for rising offsets whether a `<` is still open there on its line; reads the text once in all. */
class OpenTags {
  private readonly marks = /[<>\n]/g;
  private open = false;
  private next: RegExpExecArray | null;

  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.next = this.marks.exec(text);
  }

  isOpenAt(offset: number): boolean {
    for (; this.next && this.next.index < offset; this.next = this.marks.exec(this.text))
      this.open = this.next[0] === "<";
    return this.open;
  }
}

/** A site must reach back from its `>` over attributes to a quote that opens nothing. */
function readBackwards(text: string, close: number, floor: number): Omit<DebrisSite, "end"> | undefined {
  let at = skipSpaceBack(text, close, floor);
  if (text[at - 1] === "/") at = skipSpaceBack(text, at - 1, floor);
  let attributes = 0;
  for (;;) {
    const before = attributeStart(text, at, floor);
    if (before < 0) break;
    attributes++;
    at = skipSpaceBack(text, before, floor);
  }
  const quote = at - quoteLengthBefore(text, at);
  if (quote === at || quote < floor) return undefined;
  const start = remnantStart(text, quote, floor);
  // A value that is opened properly (`="…"`) closes properly too: this quote is no orphan.
  const opener = start - quoteLengthBefore(text, start);
  if (opener < start && text[opener - 1] === "=") return undefined;
  if (text[start] === "=" || (start === quote && attributes === 0)) return undefined;
  return { start, quote, attributes };
}

/** Where the attribute that ends at `end` begins (its white space included); -1 when none ends there. */
function attributeStart(text: string, end: number, floor: number): number {
  const closing = quoteLengthBefore(text, end);
  if (closing === 0) return -1;
  const least = Math.max(floor, end - closing - LONGEST_VALUE);
  for (let i = end - closing; i > least; i--) {
    const opening = quoteLengthBefore(text, i);
    if (opening > 0) {
      if (text[i - opening - 1] !== "=") return -1;
      const head = text.slice(Math.max(floor, i - opening - 1 - 48), i - opening - 1);
      const name = NAME.exec(head);
      if (!name) return -1;
      return i - opening - 1 - name[0].length;
    }
    const char = text[i - 1];
    if (char === "<" || char === ">") return -1;
  }
  return -1;
}

function remnantStart(text: string, quote: number, floor: number): number {
  let start = quote;
  const least = Math.max(floor, quote - LONGEST_REMNANT);
  while (start > least && REMNANT.test(text[start - 1]!)) start--;
  return start;
}

function skipNests(text: string, from: number): number {
  for (let end = from; ; ) {
    NEST.lastIndex = end;
    if (!NEST.test(text)) return end;
    end = NEST.lastIndex;
  }
}

function quoteLengthBefore(text: string, end: number): number {
  const code = end > 0 ? text.charCodeAt(end - 1) : 0;
  if (code === 0x22 || code === 0x201c || code === 0x201d || code === 0x2033) return 1;
  if (code !== SEMICOLON) return 0;
  return REFERENCE_BEFORE.exec(text.slice(Math.max(0, end - LONGEST_REFERENCE), end))?.[0].length ?? 0;
}

function skipSpaceBack(text: string, at: number, floor: number): number {
  while (at > floor && /\s/.test(text[at - 1]!)) at--;
  return at;
}
