import { withFlags } from "./core/apply-edits.ts";
import type { Block } from "./core/block.ts";
import type { Document } from "./core/document.ts";
import { detectLanguage, LANGUAGE_SAMPLE } from "./text/detect-language.ts";
import { plainLanguage } from "./text/plain-language.ts";

/** Shorter texts may be in another language than the rest of their page, as a list of titles is. */
const LONG = 400;
/** Confidence that is enough to say that a declaration is wrong. */
const SURE = 0.95;
/** Names of one language, or of languages that a short text does not tell apart. */
const ALIKE: readonly ReadonlySet<string>[] = [
  "no nb nn da",
  "hr sr bs sh me",
  "id ms",
  "tl fil",
  "zh yue wuu",
  "he iw",
].map((names) => new Set(names.split(" ")));

/**
 * Names the language of a document that declares none, with the confidence. A declared language stays; where a long
 * text is plainly in another, the document is flagged `lang-contradicted`. Declarations are only doubted for a cheap
 * reason: the small words or the script of another language, English that lacks its own, letters of another script.
 */
export function settleLanguage(document: Document): Document {
  const { metadata } = document;
  const sample = sampleOf(document.blocks);
  if (metadata.lang !== undefined)
    return isContradicted(metadata.lang, sample) ? withFlags(document, ["lang-contradicted"]) : document;
  const detected = detectLanguage(sample);
  if (!detected) return document;
  const metadataFrom = { ...metadata.metadataFrom, lang: "text" };
  const { lang, confidence: langConfidence } = detected;
  return { ...document, metadata: { ...metadata, lang, langConfidence, metadataFrom } };
}

/** The beginning of a document without its code. */
function sampleOf(blocks: readonly Block[]): string {
  let sample = "";
  for (const { kind, text } of blocks) {
    if (sample.length >= LANGUAGE_SAMPLE) break;
    if (kind !== "code") sample += `${text.slice(0, LANGUAGE_SAMPLE)} `;
  }
  return sample;
}

function isContradicted(declared: string, sample: string): boolean {
  if (sample.length < LONG) return false;
  const { language, script } = new Intl.Locale(declared).maximize();
  const plain = plainLanguage(sample);
  const believed = plain === undefined ? language !== "en" && isWrittenIn(sample, script) : plain === language;
  const detected = believed ? undefined : detectLanguage(sample, LANGUAGE_SAMPLE);
  if (!detected || detected.confidence < SURE || detected.lang === language) return false;
  return !ALIKE.some((names) => names.has(language) && names.has(detected.lang));
}

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Grek: /\p{Script=Greek}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Thai: /\p{Script=Thai}/gu,
  Hans: /\p{Script=Han}/gu,
  Hant: /\p{Script=Han}/gu,
  Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Kore: /[\p{Script=Hangul}\p{Script=Han}]/gu,
};

/** Whether a third of the letters are of a script; of one that is not listed nothing is said. */
function isWrittenIn(text: string, script: string | undefined): boolean {
  const letters = SCRIPTS[script ?? ""];
  if (!letters) return true;
  return (text.match(letters)?.length ?? 0) * 3 >= (text.match(/\p{L}/gu)?.length ?? 0);
}
