const DASH = 45;
const GREATER = 62;

/** Where the comment that begins with `<!--` at `at` ends, after its `-->`, `--!>` or at the end of the page. */
export function commentEnd(units: Uint16Array, length: number, at: number): number {
  const start = at + 4;
  // `<!-->` and `<!--->` are whole comments.
  if (units[start] === GREATER) return start + 1;
  if (units[start] === DASH && units[start + 1] === GREATER) return start + 2;
  for (let end = start; end < length; end++) {
    if (units[end] !== GREATER) continue;
    const last = units[end - 1] === 33 ? end - 2 : end - 1;
    if (last - 1 >= start && units[last] === DASH && units[last - 1] === DASH) return end + 1;
  }
  return length;
}

/** Where what is no comment but read as one ends: after the next `>`. */
export function bogusEnd(source: string, at: number): number {
  const end = source.indexOf(">", at);
  return end < 0 ? source.length : end + 1;
}

/** Whether `word` (in lower case) stands at `at`, in letters of either case. */
export function standsAt(units: Uint16Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if ((units[at + i]! | 32) !== word.charCodeAt(i)) return false;
  return true;
}
