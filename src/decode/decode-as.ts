/** Decoded text. */
export interface Decoded {
  readonly text: string;
  /** WHATWG name, lower case. */
  readonly charset: string;
  /** `broken-utf8` or `broken-charset` where single bytes mean nothing in the encoding and became U+FFFD. */
  readonly flags: readonly string[];
}

/** Bytes in an encoding, whatever they are. */
export function decodeAs(bytes: Uint8Array, charset: string): Decoded {
  const text = new TextDecoder(charset).decode(bytes);
  const flag = charset === "utf-8" ? "broken-utf8" : "broken-charset";
  return { text, charset, flags: text.includes("\ufffd") ? [flag] : [] };
}
