/**
 * Own versions of filters for web text, written from their published rules; the numbers are the papers'. Words are runs of
 * letters and digits, a character each in scripts without spaces, since nothing may be downloaded to part them better.
 */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}'’]+/gu;
const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];
const linesOf = (text: string): readonly string[] => text.split("\n").filter((line) => line.trim() !== "");

const C4_FEWEST_WORDS = 3;
const C4_END = /[.!?"”。！？।؟۔]$/u;
const C4_POLICY = /javascript|terms of use|privacy policy|cookie policy|uses cookies|use of cookies|use cookies/i;

/** C4 (Raffel et al. 2020), its rules for lines: the end of a sentence, three words, nothing of scripts and policies. */
export function c4Lines(text: string): string {
  const kept = linesOf(text).filter(
    (line) =>
      C4_END.test(line.trimEnd()) &&
      !/(?:\.\.\.|…)$/.test(line.trimEnd()) &&
      wordsOf(line).length >= C4_FEWEST_WORDS &&
      !C4_POLICY.test(line),
  );
  return kept.join("\n");
}

const GOPHER_STOP_WORDS = new Set(["the", "be", "to", "of", "and", "that", "have", "with"]);

/** Gopher (Rae et al. 2021), its rules for quality: a document stays or goes as a whole. */
export function gopherQuality(text: string): string {
  const words = wordsOf(text);
  const lines = linesOf(text);
  const share = (count: number, of: number): number => count / Math.max(1, of);
  const units = words.reduce((sum, word) => sum + word.length, 0);
  const symbols = text.match(/#|\.\.\.|…/g)?.length ?? 0;
  const stops = new Set(words.map((word) => word.toLowerCase()).filter((word) => GOPHER_STOP_WORDS.has(word)));
  const good =
    words.length >= 50 &&
    words.length <= 100_000 &&
    share(units, words.length) >= 3 &&
    share(units, words.length) <= 10 &&
    share(symbols, words.length) <= 0.1 &&
    share(lines.filter((line) => /^\s*[•-]/.test(line)).length, lines.length) <= 0.9 &&
    share(lines.filter((line) => /(?:\.\.\.|…)\s*$/.test(line)).length, lines.length) <= 0.3 &&
    share(words.filter((word) => /\p{L}/u.test(word)).length, words.length) >= 0.8 &&
    stops.size >= 2;
  return good ? text : "";
}

/** FineWeb (Penedo et al. 2024), the rules of its own: a document stays or goes as a whole. */
export function finewebQuality(text: string): string {
  const lines = linesOf(text);
  const share = (count: number): number => count / Math.max(1, lines.length);
  const seen = new Set<string>();
  let repeated = 0;
  for (const line of lines) {
    if (seen.has(line)) repeated += line.length;
    seen.add(line);
  }
  const good =
    lines.length > 0 &&
    share(lines.filter((line) => C4_END.test(line.trimEnd())).length) > 0.12 &&
    share(lines.filter((line) => line.length <= 30).length) < 0.67 &&
    repeated / text.length < 0.01 &&
    (text.match(/\n/g)?.length ?? 0) / Math.max(1, wordsOf(text).length) < 0.3;
  return good ? text : "";
}
