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
const TYPES: ReadonlyMap<string, "block" | "inline" | "void"> = new Map([
  ...BLOCK.split("|").map((name) => [name, "block"] as const),
  ...INLINE.split("|").map((name) => [name, "inline"] as const),
  ...VOID.split("|").map((name) => [name, "void"] as const),
]);

/** Without attributes these do nothing, so a text that has them so speaks of them. */
const NEEDS_ATTRIBUTES: ReadonlySet<string> = new Set("img input link meta source embed iframe a".split(" "));

/** Name and well-formed attributes, within bounds that keep the scan linear on text full of `<`. */
const TAG =
  /<(\/?)([a-zA-Z][a-zA-Z0-9:]{0,11})((?:\s+[\w:@.-]{1,40}(?:\s?=\s?(?:"[^"<>]{0,1000}"|'[^'<>]{0,1000}'|“[^”<>]{0,1000}”|[^\s"'“<>=]{1,500}))?){0,24})\s{0,8}\/?>/y;

const NAME = /^<\/?[a-zA-Z0-9:]+/;
const ATTRIBUTE = /\s+[\w:@.-]+(\s?=\s?(?:"[^"<>]*"|'[^'<>]*'|“[^”<>]*”|[^\s"'“<>=]+))?/y;

/** Whether a well-formed tag has an attribute without a value, as the words of a comparison look: `x <b and y> c`. */
export function hasBareAttribute(tag: string): boolean {
  ATTRIBUTE.lastIndex = NAME.exec(tag)?.[0].length ?? 0;
  for (let match = ATTRIBUTE.exec(tag); match; match = ATTRIBUTE.exec(tag)) if (match[1] === undefined) return true;
  return false;
}

/** Finds well-formed tags of known HTML elements, comments, and script and style elements with their contents. */
export function findTags(text: string): Tag[] {
  const tags: Tag[] = [];
  const closers = new Closers(text);
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", Math.max(at + 1, tags.at(-1)?.end ?? 0))) {
    const tag = text.startsWith("<!--", at) ? readComment(at, closers) : readTag(text, at, closers);
    if (tag) tags.push(tag);
  }
  return tags;
}

/** Looks for what closes a comment or a script; a text full of openers without a closer is searched once. */
class Closers {
  private readonly text: string;
  private readonly missing = new Set<string>();

  constructor(text: string) {
    this.text = text;
  }

  /** The offset behind the closer; -1 when there is none. */
  endAfter(closer: string, from: number): number {
    const at = this.missing.has(closer) ? -1 : this.text.indexOf(closer, from);
    if (at < 0) this.missing.add(closer);
    return at < 0 ? -1 : at + closer.length;
  }
}

function readComment(start: number, closers: Closers): Tag | undefined {
  const end = closers.endAfter("-->", start + 4);
  return end < 0 ? undefined : { name: "!--", kind: "void", start, end, separates: false };
}

function readTag(text: string, start: number, closers: Closers): Tag | undefined {
  TAG.lastIndex = start;
  const match = TAG.exec(text);
  const name = match?.[2]?.toLowerCase();
  const type = name === undefined ? undefined : TYPES.get(name);
  if (!match || name === undefined || type === undefined) return undefined;
  const end = start + match[0].length;
  const closes = match[1] === "/";
  if (!closes && match[3] === "" && NEEDS_ATTRIBUTES.has(name)) return undefined;
  if (name === "script" || name === "style") {
    const close = closes ? -1 : closers.endAfter(`</${name}>`, end);
    if (close >= 0) return { name, kind: "void", start, end: close, separates: true };
  }
  const kind = type === "void" ? "void" : closes ? "close" : "open";
  return { name, kind, start, end, separates: type === "block" || name === "br" || name === "hr" };
}
