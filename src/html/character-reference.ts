import { DecodingMode, HtmlEntityDecoder } from "entities/decode";

/** A character reference in the source, such as `&amp;`, `&#8217;` or the semicolon-less `&copy`. */
export interface CharacterReference {
  readonly text: string;
  /** Source characters it takes, from the ampersand on. */
  readonly length: number;
}

let decoded = "";
const decoder = new HtmlEntityDecoder((codePoint) => {
  decoded += String.fromCodePoint(codePoint);
});

/** The character reference that begins with the ampersand at `at`, read as HTML reads it in text. */
export function characterReference(html: string, at: number): CharacterReference | undefined {
  decoded = "";
  decoder.startEntity(DecodingMode.Legacy);
  const consumed = decoder.write(html, at + 1);
  const length = consumed < 0 ? decoder.end() : consumed;
  return length > 0 ? { text: decoded, length } : undefined;
}
