import { charsetLabel, charsetParameter } from "./charset-label.ts";

/** Where browsers look; a declaration further down is too late for them too. */
const PRESCAN = 1024;
const LATIN1 = new TextDecoder("latin1");
const MARKUP = /<(?:!--|(?<name>\/?[a-z][^\s/>]*)|[!/?])/gi;
const ATTRIBUTE =
  /[\s/]*(?<name>[^\s/>=]+)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s>"'][^\s>]*)))?/y;
const XML_ENCODING = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']\s*([\w.:-]+)/;

/**
 * The encoding a page declares for itself in `<meta charset>`, `<meta http-equiv>` or, failing these, its XML
 * declaration; found as HTML's "prescan a byte stream" finds it, so not in comments, in attributes of other elements or
 * in the content of other metas. WHATWG name, lower case. UTF-16 answers `utf-8`: a declaration that could be read as
 * ASCII cannot be in UTF-16, and HTML says to take it so.
 */
export function metaCharset(bytes: Uint8Array): string | undefined {
  const head = LATIN1.decode(bytes.subarray(0, PRESCAN));
  const charset = metaIn(head) ?? charsetLabel(XML_ENCODING.exec(head)?.[1]);
  return charset?.startsWith("utf-16") ? "utf-8" : charset;
}

function metaIn(head: string): string | undefined {
  MARKUP.lastIndex = 0;
  for (let match = MARKUP.exec(head); match; match = MARKUP.exec(head)) {
    const name = match.groups?.["name"]?.toLowerCase();
    if (name === undefined) MARKUP.lastIndex = pastDeclaration(head, match);
    else {
      const attributes = attributesFrom(head, MARKUP.lastIndex);
      const charset = name === "meta" ? charsetOf(attributes) : undefined;
      if (charset !== undefined) return charset;
      MARKUP.lastIndex = Math.max(MARKUP.lastIndex, ATTRIBUTE.lastIndex);
    }
  }
  return undefined;
}

/** The end of a comment, which `<!-->` is too, or of another declaration. */
function pastDeclaration(head: string, { 0: opening, index }: RegExpExecArray): number {
  const closing = opening === "<!--" ? "-->" : ">";
  const end = head.indexOf(closing, index + 2);
  return end < 0 ? head.length : end + closing.length;
}

/** Attributes up to the end of a tag; of equal ones the first counts. Leaves `ATTRIBUTE.lastIndex` behind the last. */
function attributesFrom(head: string, start: number): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  let end = start;
  ATTRIBUTE.lastIndex = start;
  for (let groups = ATTRIBUTE.exec(head)?.groups; groups; groups = ATTRIBUTE.exec(head)?.groups) {
    const name = (groups["name"] as string).toLowerCase();
    if (!attributes.has(name)) attributes.set(name, groups["double"] ?? groups["single"] ?? groups["bare"] ?? "");
    end = ATTRIBUTE.lastIndex;
  }
  ATTRIBUTE.lastIndex = end;
  return attributes;
}

/** `charset` speaks for itself; a media type in `content` only with the pragma beside it. */
function charsetOf(attributes: ReadonlyMap<string, string>): string | undefined {
  const own = attributes.get("charset");
  if (own !== undefined) return charsetLabel(own);
  if (attributes.get("http-equiv")?.toLowerCase() !== "content-type") return undefined;
  return charsetLabel(charsetParameter(attributes.get("content") ?? ""));
}
