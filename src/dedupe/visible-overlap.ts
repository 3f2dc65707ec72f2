/**
 * How many characters at the end of `left` are the beginning of `right`: the text that two stretches of one source both
 * hold where they overlap. Linear by the failure function of Knuth, Morris and Pratt (1977). `most` is the width of the
 * overlap in the source, which in text without markup is the answer at once.
 */
export function visibleOverlap(left: string, right: string, most: number): number {
  const longest = Math.min(most, left.length, right.length);
  const pattern = right.slice(0, longest);
  if (left.endsWith(pattern)) return longest;
  const borders = borderLengths(pattern);
  let matched = 0;
  for (let i = left.length - longest; i < left.length; i++) {
    while (matched > 0 && (matched === longest || left[i] !== pattern[matched])) matched = borders[matched - 1]!;
    if (left[i] === pattern[matched]) matched++;
  }
  return matched;
}

/** For every prefix the length of its longest proper prefix that is also its end. */
function borderLengths(pattern: string): Uint32Array {
  const borders = new Uint32Array(pattern.length);
  for (let i = 1, matched = 0; i < pattern.length; i++) {
    while (matched > 0 && pattern[i] !== pattern[matched]) matched = borders[matched - 1]!;
    if (pattern[i] === pattern[matched]) matched++;
    borders[i] = matched;
  }
  return borders;
}
