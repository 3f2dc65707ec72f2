/**
 * A text that cannot steer a terminal: control characters (but line feed and tab) and the marks that turn the reading
 * direction are shown as escapes. Names and texts of inputs are never printed without it.
 */
export function printable(text: string): string {
  return text.replace(
    /[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
