/** A tag, comment or script element in a text. Offsets are UTF-16 code units, end excluded. */
export interface Tag {
  readonly name: string;
  /** Comments and script elements count as void: they enclose nothing that stays. */
  readonly kind: "open" | "close" | "void";
  readonly start: number;
  readonly end: number;
  /** Whether text on both sides belongs to different words. */
  readonly separates: boolean;
}

const BLOCK =
  "address|article|aside|blockquote|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h1|h2|h3|h4|h5|h6|header|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul";
const INLINE =
  "a|abbr|acronym|b|bdi|bdo|big|cite|code|del|em|font|i|iframe|ins|kbd|label|mark|noscript|o:p|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|video|audio|button|picture|object|script|style";
const VOID = "br|hr|img|input|link|meta|source|wbr|embed|col";
const KINDS: ReadonlyMap<string, "block" | "inline" | "void"> = new Map([
  ...BLOCK.split("|").map((name) => [name, "block"] as const),
  ...INLINE.split("|").map((name) => [name, "inline"] as const),
  ...VOID.split("|").map((name) => [name, "void"] as const),
]);

/** Name and well-formed attributes, within bounds that keep the scan linear on text full of `<`. */
const TAG =
  /<(\/?)([a-zA-Z][a-zA-Z0-9:]{0,11})((?:\s+[\w:@.-]{1,40}(?:\s?=\s?(?:"[^"<>]{0,1000}"|'[^'<>]{0,1000}'|“[^”<>]{0,1000}”|[^\s"'<>=]{1,500}))?){0,24})\s{0,8}\/?>/y;
const LONGEST_COMMENT = 4000;

/** Finds well-formed tags of known HTML elements, comments, and script and style elements with their contents. */
export function findTags(text: string): Tag[] {
  const tags: Tag[] = [];
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", Math.max(at + 1, tags.at(-1)?.end ?? 0))) {
    const tag = text.startsWith("<!--", at) ? readComment(text, at) : readTag(text, at);
    if (tag) tags.push(tag);
  }
  return tags;
}

function readComment(text: string, start: number): Tag | undefined {
  const close = text.slice(start, start + LONGEST_COMMENT).indexOf("-->");
  return close < 0 ? undefined : { name: "!--", kind: "void", start, end: start + close + 3, separates: false };
}

function readTag(text: string, start: number): Tag | undefined {
  TAG.lastIndex = start;
  const match = TAG.exec(text);
  const name = match?.[2]?.toLowerCase();
  const kind = name === undefined ? undefined : KINDS.get(name);
  if (!match || name === undefined || kind === undefined) return undefined;
  const end = start + match[0].length;
  if (name === "script" || name === "style") return readRawElement(text, name, start, end, match[1] === "/");
  const separates = kind === "block" || name === "br" || name === "hr";
  if (kind === "void") return { name, kind: "void", start, end, separates };
  return { name, kind: match[1] === "/" ? "close" : "open", start, end, separates };
}

function readRawElement(text: string, name: string, start: number, open: number, closes: boolean): Tag {
  const close = closes ? -1 : text.indexOf(`</${name}>`, open);
  const end = close < 0 ? open : close + name.length + 3;
  return { name, kind: close < 0 ? (closes ? "close" : "open") : "void", start, end, separates: true };
}
