import type { MediaType } from "../core/document.ts";
import { charsetLabel } from "./charset-label.ts";
import { type Decoded, decodeAs } from "./decode-as.ts";
import { decodeLegacy } from "./decode-legacy.ts";
import { metaCharset } from "./meta-charset.ts";
import { sniffUtf16 } from "./sniff-utf16.ts";
import { surveyUtf8 } from "./survey-utf8.ts";

/** What is known of the bytes before they are read. */
export interface DecodeHint {
  readonly mediaType: MediaType;
  /**
   * Any label of the WHATWG Encoding Standard, or a whole `Content-Type` with a `charset`, from an HTTP header or the
   * caller; unknown labels are ignored.
   */
  readonly charset?: string;
}

const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Turns bytes into text and never fails. A byte order mark decides and is not part of the text: offsets count after it.
 * Then come the given charset, UTF-16 by its zero bytes, the page's own `<meta>` or XML declaration, and UTF-8; bytes
 * that contradict what was declared are UTF-8 where they nearly are, else what the statistics of languages say.
 */
export function decode(bytes: Uint8Array, hint: DecodeHint): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked === "utf-8") return decodeUtf8(bytes, undefined);
  if (marked) return decodeAs(bytes, marked);
  const given = charsetLabel(hint.charset);
  const wide = sniffUtf16(bytes);
  if (given?.startsWith("utf-16") && (wide || bytes.includes(0))) return decodeAs(bytes, wide ?? given);
  if (!given && wide) return decodeAs(bytes, wide);
  const page = hint.mediaType === "text/html" && !given ? () => metaCharset(bytes) : () => undefined;
  return decodeUtf8(bytes, given ? () => given : page);
}

/** UTF-8 unless the bytes say otherwise; `declared` is asked only where its answer can matter. */
function decodeUtf8(bytes: Uint8Array, declared: (() => string | undefined) | undefined): Decoded {
  const text = strictUtf8(bytes);
  // Fewer UTF-16 units than bytes: there are multi-byte sequences, and no legacy text makes well-formed ones throughout.
  if (text !== undefined && text.length !== bytes.length) return { text, charset: "utf-8", flags: [] };
  const label = declared?.();
  const legacy = label === "utf-8" || label?.startsWith("utf-16") ? undefined : label;
  if (text !== undefined && legacy) return decodeAs(bytes, legacy);
  if (text !== undefined) return shiftedJapanese(bytes, text) ?? { text, charset: "utf-8", flags: [] };
  if (!declared || nearlyUtf8(bytes, legacy !== undefined)) return decodeAs(bytes, "utf-8");
  return decodeLegacy(bytes, legacy);
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

/** ISO-2022-JP is ASCII to the eye: escape sequences switch to Japanese and back. */
function shiftedJapanese(bytes: Uint8Array, text: string): Decoded | undefined {
  if (!text.includes("\x1b$")) return undefined;
  const decoded = decodeAs(bytes, "iso-2022-jp");
  return decoded.flags.length === 0 && decoded.text.length < text.length ? decoded : undefined;
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}
