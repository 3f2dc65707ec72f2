import { controlAsWindows } from "./misreading.ts";

/** A misread character that lost a byte on its way, or is one byte only. Offsets are UTF-16 code units. */
export interface TornMojibake {
  readonly start: number;
  readonly end: number;
  readonly restored: string;
  /** What happened to it, in words. */
  readonly cause: string;
}

/** What is known from the whole document. */
export interface TornContext {
  /** Whole mojibake stood in it. */
  readonly evidence: boolean;
  /** Soft hyphens were lost in it, see {@link losesHyphens}. */
  readonly losesHyphens: boolean;
}

interface Tear {
  readonly pattern: RegExp;
  readonly restored: string;
  readonly cause: string;
  readonly counts: (context: TornContext) => boolean;
}

const LOST_SPACE = "UTF-8 read as windows-1252, then its no-break space made a plain one";
/** The cause that makes an `Ã` at the end of a word doubtful: it may be `í` as well as `à`. */
export const LOST_HYPHEN = "UTF-8 read as windows-1252, then its soft hyphen lost";
const LOST_BYTE = "UTF-8 read as windows-1252, then its byte 0x9d lost";

const always = (): boolean => true;
const withEvidence = ({ evidence }: TornContext): boolean => evidence;
const withHyphens = ({ evidence, losesHyphens }: TornContext): boolean => evidence && !losesHyphens;

/** Only what can be one thing: most bytes that windows-1252 leaves undefined would give several letters. */
const TEARS: readonly Tear[] = [
  // Of the closing quote (e2 80 9d) the last byte means nothing in windows-1252.
  {
    pattern: /â€(?![\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122])/g,
    restored: "”",
    cause: LOST_BYTE,
    counts: always,
  },
  // An `à` (c3 a0) alone, at the end of a word, and the space of its byte where the words are parted once more.
  { pattern: /(?<=^|[\s'’(])Ã (?= |s(?!\p{L})|-)/gu, restored: "à", cause: LOST_SPACE, counts: withEvidence },
  { pattern: /(?<=^|[\s'’(])Ã(?=$| (?! |s(?!\p{L})|-))/gu, restored: "à", cause: LOST_SPACE, counts: withEvidence },
  { pattern: /(?<=\p{Ll})Ã (?= |s(?!\p{L})|-)/gu, restored: "à", cause: LOST_SPACE, counts: withHyphens },
  { pattern: /(?<=\p{Ll})Ã(?=$| (?! |s(?!\p{L})|-))/gu, restored: "à", cause: LOST_SPACE, counts: withHyphens },
  { pattern: /(?<=\p{Ll})Ã(?=\p{Ll})/gu, restored: "í", cause: LOST_HYPHEN, counts: withEvidence },
  { pattern: /(?<!\p{L})Â(?= )/gu, restored: "", cause: LOST_SPACE, counts: withEvidence },
  { pattern: /Ð (?=\p{Script=Cyrillic})/gu, restored: "Р", cause: LOST_SPACE, counts: withEvidence },
];

const CONTROL = /[\u0080-\u0084\u0086-\u009f]/g;

/** Whether `í` (c3 ad) lost its second byte inside a word of the text. */
export function losesHyphens(text: string): boolean {
  return /\p{Ll}Ã\p{Ll}/u.test(text);
}

/** Finds torn characters, in no order. */
export function* findTorn(text: string, context: TornContext): Iterable<TornMojibake> {
  for (const { pattern, restored, cause, counts } of TEARS) {
    if (!counts(context)) continue;
    for (const { 0: found, index } of text.matchAll(pattern))
      yield { start: index, end: index + found.length, restored, cause };
  }
  for (const { 0: control, index } of text.matchAll(CONTROL)) {
    const restored = controlAsWindows(control.charCodeAt(0));
    if (restored !== undefined)
      yield { start: index, end: index + 1, restored, cause: "windows-1252 read as iso-8859-1" };
  }
}
