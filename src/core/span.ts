/** A stretch of the decoded source, in UTF-16 code units, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where visible text stands in the source. A verbatim piece holds the source's own characters, so an offset inside it
 * is an offset in the source; any other piece (a decoded entity, a replacement, the space a `<br>` stands for) maps only
 * as a whole.
 */
export interface Piece extends Span {
  readonly text: string;
  readonly verbatim: boolean;
}

/** Index of the first of `spans` (sorted, not overlapping) that ends after `offset`. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as Span).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Those of `spans` that lie in none of `containers` (sorted, not overlapping) as a whole. */
export function outsideOf<Inner extends Span>(spans: readonly Inner[], containers: readonly Span[]): Inner[] {
  return spans.filter(({ start, end }) => {
    const container = containers[firstEndingAfter(containers, start)];
    return !container || start < container.start || end > container.end;
  });
}
