import { createRequire } from "node:module";
import { charsetLabel } from "./charset-label.ts";

const require = createRequire(import.meta.url);

/** Bytes kept on both sides of one that is not ASCII: words around it, without the markup that says nothing. */
const REACH = 24;
/** Bytes of evidence: a page's text in two bytes a character has said all by then. */
const SAMPLE = 16_384;
/** Judged on its own, so that one broken character in a sample cannot rule its encoding out. */
const PIECE = 4096;
/** With no more bytes beyond ASCII than these every guess is weak, and what is usual decides. */
const FEW = 4;
/** How much likelier than windows-1252 another encoding has to look on such weak evidence. */
const MARGIN = 1.5;

/** Encodings that pages are found in, under the detector's names; superset for subset. */
const KNOWN: readonly string[] = [
  ...["cp932", "euc-jis-2004", "gb18030", "big5hkscs", "cp949", "cp874", "koi8-r", "koi8-u", "cp866", "mac-cyrillic"],
  ...["windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256"],
  ...["windows-1257", "windows-1258", "iso-8859-2", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8"],
  ...["iso-8859-13", "iso-8859-15", "mac-roman"],
];

/**
 * The likeliest encoding of bytes that declare none and are not UTF-8, judged by the statistics of languages (jschardet)
 * on the bytes that are not ASCII and what stands around them. WHATWG name; windows-1252 where nothing speaks for another.
 */
export function guessCharset(bytes: Uint8Array): string {
  const { sample, beyond, letters } = gatherEvidence(bytes);
  const few = beyond <= FEW;
  if (few && letters < 2) return "windows-1252";
  const scores = new Map<string, number>();
  for (let start = 0; start < sample.length; ) {
    const end = safeEnd(sample, start + PIECE);
    for (const [charset, score] of judge(sample.subarray(start, end)))
      scores.set(charset, (scores.get(charset) ?? 0) + score);
    start = end;
  }
  if (few) scores.set("windows-1252", (scores.get("windows-1252") ?? 0) * MARGIN);
  let best = "windows-1252";
  for (const [charset, score] of scores) if (score > (scores.get(best) ?? 0)) best = charset;
  return best;
}

interface Evidence {
  readonly sample: Uint8Array;
  /** Bytes beyond ASCII that went into the sample. */
  readonly beyond: number;
  /** Those from 0xC0 on, where most encodings have their letters; below it are signs. */
  readonly letters: number;
}

/** What stands around each byte beyond ASCII. */
function gatherEvidence(bytes: Uint8Array): Evidence {
  const sample = new Uint8Array(Math.min(2 * bytes.length, SAMPLE + 2 * REACH));
  let [length, copied, beyond, letters] = [0, 0, 0, 0];
  for (let i = 0; i < bytes.length && length < SAMPLE; i++) {
    if ((bytes[i] as number) < 0x80) continue;
    beyond++;
    if ((bytes[i] as number) >= 0xc0) letters++;
    if (i - REACH > copied) sample[length++] = 0x20;
    const start = Math.max(copied, i - REACH);
    const end = Math.min(bytes.length, i + REACH);
    if (end <= start) continue;
    sample.set(bytes.subarray(start, end), length);
    length += end - start;
    copied = end;
  }
  return { sample: sample.subarray(0, length), beyond, letters };
}

/** A place near `end` that parts no character: bytes below 0x30 are the second half of none, in no encoding. */
function safeEnd(sample: Uint8Array, end: number): number {
  if (end >= sample.length) return sample.length;
  for (let i = end; i > end - PIECE / 2; i--) if ((sample[i - 1] as number) < 0x30) return i;
  return end;
}

function judge(sample: Uint8Array): readonly (readonly [string, number])[] {
  const { detectAll } = require("jschardet") as typeof import("jschardet");
  const found = detectAll(sample, { detectEncodings: [...KNOWN], minimumThreshold: 0 });
  return found.flatMap(({ encoding, confidence }) => {
    const charset = charsetLabel(encoding ?? undefined);
    return charset === undefined ? [] : [[charset, confidence] as const];
  });
}
