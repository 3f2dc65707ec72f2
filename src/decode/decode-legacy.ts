import { type Decoded, decodeAs } from "./decode-as.ts";
import { guessCharset } from "./guess-charset.ts";

/** What curly quotes become when a Windows encoding is read as its ISO cousin; no text has such controls. */
const C1_CONTROL = /[\u0080-\u009f]/;
const BEYOND_ASCII = /[^\0-\x7f]/g;
/** Four accented letters or signs in a row: no language that is written in windows-1252 has a word with them. */
const FOREIGN_RUN = /[\u00a1-\u00ff]{4,}/g;
/** Letters beyond ASCII below which a page says too little to contradict its own declaration. */
const ENOUGH = 24;

/**
 * Decodes bytes that are not UTF-8. What is declared holds unless the bytes contradict it and the best guess reads
 * without a fault; undeclared bytes are guessed. Where two encodings read the same, it is the more usual one.
 */
export function decodeLegacy(bytes: Uint8Array, declared: string | undefined): Decoded {
  const stated = declared === undefined ? undefined : decodeAs(bytes, declared);
  if (stated && isSound(stated)) return stated;
  const guessed = decodeAs(bytes, guessCharset(bytes));
  if (stated) return isSound(guessed) ? guessed : stated;
  const western = decodeAs(bytes, "windows-1252");
  return western.text === guessed.text ? western : guessed;
}

function isSound({ text, charset }: Decoded): boolean {
  if (C1_CONTROL.test(text)) return false;
  const beyond = text.match(BEYOND_ASCII)?.length ?? 0;
  // Single broken characters happen to every page, as where a teaser was cut by its bytes.
  if ((text.match(/\ufffd/g)?.length ?? 0) > 1 + beyond / 100) return false;
  if (charset !== "windows-1252" || beyond < ENOUGH) return true;
  // The label that servers put on everything. It reads all bytes, but what comes out is no word of its languages.
  const foreign = text.match(FOREIGN_RUN)?.reduce((sum, run) => sum + run.length, 0) ?? 0;
  return foreign * 2 < beyond;
}
