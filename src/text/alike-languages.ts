/** Names of one language, or of languages that a short text does not tell apart. */
const ALIKE: readonly ReadonlySet<string>[] = [
  "no nb nn da",
  "hr sr bs sh me",
  "id ms",
  "tl fil",
  "zh yue wuu",
  "he iw",
].map((names) => new Set(names.split(" ")));

/** Whether two languages (ISO 639) are the same, or of those that are not told apart. */
export function areAlike(a: string, b: string): boolean {
  return a === b || ALIKE.some((names) => names.has(a) && names.has(b));
}
