import { isWhitespace } from "../text/whitespace.ts";
import type { Shape } from "./shape.ts";
import type { Span } from "./span.ts";

/**
 * The shape of a finished block: its parts, which were spans of the source, become spans of its settled text. `present`
 * tells what stands in a span of the source now. White space is settled over the whole block, so ink is what is counted.
 */
export function placeParts(
  shape: Shape,
  block: Span & { readonly text: string },
  present: (span: Span) => string,
): Shape {
  if (!shape.parts) return shape;
  const ends: number[] = [];
  let [from, ink] = [block.start, 0];
  for (const part of shape.parts) {
    ink += inkIn(present({ start: from, end: part.start }));
    ends.push(ink);
    ink += inkIn(present(part));
    ends.push(ink);
    from = part.end;
  }
  return { ...shape, parts: spansOf(block.text, ends) };
}

function inkIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (!isWhitespace(text.charCodeAt(i))) count++;
  return count;
}

/** The spans from one number of characters of ink to the next, pair by pair; white space at both ends is left out. */
function spansOf(text: string, ends: readonly number[]): Span[] {
  const spans: Span[] = [];
  let [at, ink] = [0, 0];
  const skip = (until: number): void => {
    for (; ink < until && at < text.length; at++) if (!isWhitespace(text.charCodeAt(at))) ink++;
  };
  for (let i = 0; i < ends.length; i += 2) {
    skip(ends[i]!);
    if (ends[i + 1]! > ink) while (at < text.length && isWhitespace(text.charCodeAt(at))) at++;
    const start = at;
    skip(ends[i + 1]!);
    spans.push({ start, end: at });
  }
  return spans;
}
