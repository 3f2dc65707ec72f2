import { LanguageEvidence } from "./language-evidence.ts";
import { HAN, KANA, SCRIPT_LANGUAGES } from "./script-kinds.ts";
import { LISTED } from "./small-word-index.ts";

/** Fewest words of a text, and of them different small words of more than a letter, that say anything for certain. */
const [FEWEST_WORDS, FEWEST_SMALL] = [12, 6];
/** The share of small words in a text of a language; in most it is twice as high. */
const LEAST_SHARE = 0.15;
/** What tells the language from another one: the fewest words, and how many times those that tell the other from it. */
const [LEAST_LEAD, LEAD] = [4, 3];
/** Letters are those of a text where they are this share of all, and so many. */
const [SCRIPT_SHARE, FEWEST_LETTERS] = [0.6, 30];
/** Japanese has as much kana beside its Han characters, and Chinese none. */
const LEAST_KANA = 0.1;

let evidence: LanguageEvidence | undefined;

/**
 * The language that a text is in beyond doubt (ISO 639-1): by its script where only one language is written in it, else by
 * its small words, where no other language has nearly as many. Undefined says nothing.
 */
export function plainLanguage(text: string): string | undefined {
  evidence ??= new LanguageEvidence();
  evidence.read(text);
  const { letters, byKind } = evidence;
  const all = byKind.reduce((sum, count) => sum + count, letters);
  const needed = Math.max(FEWEST_LETTERS, SCRIPT_SHARE * all);
  return letters >= needed ? byWords(evidence) : byScript(byKind, needed);
}

function byScript(byKind: Int32Array, needed: number): string | undefined {
  const [kana, han] = [byKind[KANA]!, byKind[HAN]!];
  if (kana + han >= needed) return kana === 0 ? "zh" : kana >= LEAST_KANA * (kana + han) ? "ja" : undefined;
  return SCRIPT_LANGUAGES[byKind.findIndex((count) => count >= needed)];
}

function byWords(evidence: LanguageEvidence): string | undefined {
  const { byLanguage, words } = evidence;
  if (words < FEWEST_WORDS) return undefined;
  let best = 0;
  for (let language = 1; language < byLanguage.length; language++)
    if (byLanguage[language]! > byLanguage[best]!) best = language;
  if (byLanguage[best]! < LEAST_SHARE * words || differentWords(evidence, best) < FEWEST_SMALL) return undefined;
  const against = wordsWithout(evidence, best);
  for (let language = 0; language < byLanguage.length; language++) {
    if (language === best) continue;
    const shared = byLanguage[language]! - against[language]!;
    const lead = byLanguage[best]! - shared;
    if (lead < LEAST_LEAD || lead < LEAD * against[language]!) return undefined;
  }
  return LISTED[best];
}

/** How many different small words of a language there are, single letters aside, which stand for much else too. */
function differentWords({ index, small, smallCount }: LanguageEvidence, language: number): number {
  let count = 0;
  for (let i = 0; i < smallCount; i++) if (!index.isSingle(small[i]!) && index.isOf(small[i]!, language)) count++;
  return count;
}

/** How many small words of each language there are that are none of another one. */
function wordsWithout({ index, small, smallCount, times }: LanguageEvidence, language: number): Int32Array {
  const counts = new Int32Array(LISTED.length);
  for (let i = 0; i < smallCount; i++) {
    const entry = small[i]!;
    if (!index.isOf(entry, language)) index.add(entry, times[entry]!, counts);
  }
  return counts;
}
