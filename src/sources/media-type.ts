/** How a file's content is laid out, before its charset is known. */
export type Format = "text" | "markdown" | "html" | "json" | "jsonl";

const formatOfEnding: ReadonlyMap<string, Format> = new Map([
  ["txt", "text"],
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["html", "html"],
  ["htm", "html"],
  ["xhtml", "html"],
  ["json", "json"],
  ["jsonl", "jsonl"],
  ["ndjson", "jsonl"],
]);

const headBytes = 4096;

const knownTag = new RegExp(
  `</?(?:${[
    "a|abbr|article|aside|b|blockquote|body|br|button|center|code|dd|div|dl|dt|em|figcaption|figure|font|footer|form",
    "h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|meta|nav|noscript|ol|p|picture|pre|script|section",
    "small|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|title|tr|u|ul|video",
  ].join("|")})(?:\\s[^<>]*)?/?>`,
  "gi",
);

/** The start of an object with a field, or of a list of them: as much of JSON as a cut-off head can show. */
const jsonOpening = /^(?:\[\s*)?\{\s*"(?:[^"\\]|\\.)*"\s*:\s*["[{\d\-tfn]/;

/** By the ending of the name; where that says nothing, by the first 4 KiB. Text is the last resort. */
export function sniffFormat(path: string, head: Uint8Array): Format {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1] ?? "";
  return formatOfEnding.get(ending.toLowerCase()) ?? sniffContent(head);
}

function sniffContent(head: Uint8Array): Format {
  const shown = head.subarray(0, headBytes);
  const text = new TextDecoder(guessCharset(shown)).decode(shown).trimStart();
  if (isHtml(text)) return "html";
  return head.length >= headBytes ? sniffCutJson(text) : sniffWholeJson(text);
}

/** Only as good as sniffing needs it: ASCII markup can be told in UTF-8 and in UTF-16, with or without a BOM. */
function guessCharset(head: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2]!++;
  const [even, odd] = zeros as [number, number];
  // Half of the code units being ASCII is enough: binary files have zeros on both sides.
  const half = head.length / 4;
  if (odd > half && even < odd / 8) return "utf-16le";
  if (even > half && odd < even / 8) return "utf-16be";
  return "utf-8";
}

/**
 * A text that mentions tags is no page, so the text has to begin with one. One stray tag before an article is debris,
 * which is repaired as text, hence the density.
 */
function isHtml(text: string): boolean {
  const body = skipProlog(text);
  if (/^<(?:!doctype\s+html|html)[\s>]/i.test(body)) return true;
  // A comment longer than the head: browsers call that HTML too.
  if (body.startsWith("<!--")) return true;
  if (body.search(knownTag) !== 0) return false;
  const tags = body.match(knownTag)?.length ?? 0;
  return tags >= 2 && tags * 800 >= body.length;
}

/** The text from behind its leading comments and XML declaration. */
function skipProlog(text: string): string {
  let rest = text;
  for (;;) {
    const close = rest.startsWith("<!--") ? "-->" : rest.startsWith("<?xml") ? "?>" : undefined;
    const end = close === undefined ? -1 : rest.indexOf(close);
    if (close === undefined || end < 0) return rest;
    rest = rest.slice(end + close.length).trimStart();
  }
}

function sniffWholeJson(text: string): Format {
  const lineEnd = text.indexOf("\n");
  if (lineEnd >= 0 && /\S/.test(text.slice(lineEnd)) && isRecord(parse(text.slice(0, lineEnd)))) return "jsonl";
  const value = parse(text);
  return isRecord(Array.isArray(value) ? value[0] : value) ? "json" : "text";
}

function sniffCutJson(text: string): Format {
  if (!jsonOpening.test(text)) return "text";
  if (text.startsWith("[")) return "json";
  const lineEnd = text.indexOf("\n");
  // A first line that goes beyond the head is either one record of many or the only one, and lines can be both.
  return lineEnd < 0 || isRecord(parse(text.slice(0, lineEnd))) ? "jsonl" : "json";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
