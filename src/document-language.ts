import { withFlags } from "./core/apply-edits.ts";
import type { Document } from "./core/document.ts";
import { sampleText } from "./core/sample-text.ts";
import { areAlike } from "./text/alike-languages.ts";
import { detectLanguage, LANGUAGE_SAMPLE } from "./text/detect-language.ts";
import { plainLanguage } from "./text/plain-language.ts";
import { isWrittenIn } from "./text/scripts.ts";

/** Shorter texts may be in another language than the rest of their page, as a list of titles is. */
const LONG = 400;
/** Confidence that is enough to say that a declaration is wrong. */
const SURE = 0.95;

/**
 * Names the language of a document that declares none, with the confidence. A declared language stays; where a long
 * text is plainly in another, the document is flagged `lang-contradicted`. Declarations are only doubted for a cheap
 * reason: the small words or the script of another language, English that lacks its own, letters of another script.
 */
export function settleLanguage(document: Document): Document {
  const { metadata } = document;
  const sample = sampleText(document.blocks, LANGUAGE_SAMPLE);
  if (metadata.lang !== undefined)
    return isContradicted(metadata.lang, sample) ? withFlags(document, ["lang-contradicted"]) : document;
  const detected = detectLanguage(sample);
  if (!detected) return document;
  const metadataFrom = { ...metadata.metadataFrom, lang: "text" };
  const { lang, confidence: langConfidence } = detected;
  return { ...document, metadata: { ...metadata, lang, langConfidence, metadataFrom } };
}

function isContradicted(declared: string, sample: string): boolean {
  if (sample.length < LONG) return false;
  const { language, script } = new Intl.Locale(declared).maximize();
  const plain = plainLanguage(sample);
  const believed = plain === undefined ? language !== "en" && isWrittenIn(sample, script) : plain === language;
  const detected = believed ? undefined : detectLanguage(sample, LANGUAGE_SAMPLE);
  return detected !== undefined && detected.confidence >= SURE && !areAlike(language, detected.lang);
}
