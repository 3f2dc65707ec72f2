import type { MediaType } from "../core/document.ts";
import { metaCharset } from "./meta-charset.ts";
import { sniffUtf16 } from "./sniff-utf16.ts";
import { surveyUtf8 } from "./survey-utf8.ts";

/** What is known of the bytes before they are read. */
export interface DecodeHint {
  readonly mediaType: MediaType;
  /** Any label of the WHATWG Encoding Standard, from an HTTP header or the caller; unknown labels are ignored. */
  readonly charset?: string;
}

/** Decoded text. */
export interface Decoded {
  readonly text: string;
  /** WHATWG name, lower case. */
  readonly charset: string;
  /** `broken-utf8` where single bytes of a UTF-8 text had to become U+FFFD. */
  readonly flags: readonly string[];
}

const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Turns bytes into text and never fails. A byte order mark decides and is not part of the text: offsets count after it.
 * Then come the given charset, UTF-16 by its zero bytes, the page's own `<meta>`, and UTF-8; bytes that contradict
 * what was declared are UTF-8 where they nearly are, else windows-1252.
 */
export function decode(bytes: Uint8Array, hint: DecodeHint): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked === "utf-8") return decodeUtf8(bytes, undefined);
  if (marked) return decodeAs(bytes, marked);
  const given = knownLabel(hint.charset);
  const wide = sniffUtf16(bytes);
  if (given?.startsWith("utf-16") && (wide || bytes.includes(0))) return decodeAs(bytes, wide ?? given);
  if (!given && wide) return decodeAs(bytes, wide);
  const page = hint.mediaType === "text/html" && !given ? () => knownLabel(metaCharset(bytes)) : () => undefined;
  return decodeUtf8(bytes, given ? () => given : page);
}

/** UTF-8 unless the bytes say otherwise; `declared` is asked only where its answer can matter. */
function decodeUtf8(bytes: Uint8Array, declared: (() => string | undefined) | undefined): Decoded {
  const text = strictUtf8(bytes);
  // Fewer UTF-16 units than bytes: there are multi-byte sequences, and no legacy text makes well-formed ones throughout.
  if (text !== undefined && text.length !== bytes.length) return { text, charset: "utf-8", flags: [] };
  const label = declared?.();
  const legacy = label === "utf-8" || label?.startsWith("utf-16") ? undefined : label;
  if (text !== undefined) return legacy ? decodeAs(bytes, legacy) : { text, charset: "utf-8", flags: [] };
  if (!declared || nearlyUtf8(bytes, legacy !== undefined))
    return { ...decodeAs(bytes, "utf-8"), flags: ["broken-utf8"] };
  return decodeAs(bytes, legacy ?? "windows-1252");
}

/** Few broken bytes beside many good sequences, or only the last character cut off. */
function nearlyUtf8(bytes: Uint8Array, declaredLegacy: boolean): boolean {
  const { sequences, invalid, cut } = surveyUtf8(bytes);
  if (sequences > 0) return invalid * 10 <= sequences;
  // A single last byte from 0xE0 on is more likely the accented small letter that ends a windows-1252 text.
  return invalid === 0 && !declaredLegacy && (cut > 1 || (bytes.at(-1) as number) < 0xe0);
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeAs(bytes: Uint8Array, charset: string): Decoded {
  return { text: new TextDecoder(charset).decode(bytes), charset, flags: [] };
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function knownLabel(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label.replace(/["']/g, "").trim()).encoding;
  } catch {
    return undefined;
  }
}
