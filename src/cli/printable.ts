/** Control characters (but the tab), line and paragraph separators, and the marks that turn the reading direction. */
const STEERING = /[\0-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * One line that cannot steer a terminal: what could is shown as an escape, which in JSON stands for the same character.
 * Names and texts of inputs are never printed without it.
 */
export function printable(text: string): string {
  return text.replace(STEERING, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The same for a text whose line breaks are ours. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}
