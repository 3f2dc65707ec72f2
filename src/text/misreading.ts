/** A way in which UTF-8 was read as something else. */
export interface Misreading {
  /** What the bytes were taken for, as the Encoding Standard names it. */
  readonly charset: string;
  /** The byte from 0x80 on that a UTF-16 code unit was read from; 0 for code units that no such byte gives. */
  readonly bytes: Uint8Array;
  /** Finds a first byte of a UTF-8 sequence with a further byte behind it. */
  readonly candidate: RegExp;
  /** Clear signs that a document must show before one is believed. */
  readonly evidence: number;
  /** Whether short sequences count alone; in Cyrillic `В«` is the end of no letter, but a word and a quotation mark. */
  readonly short: boolean;
}

/** First bytes of sequences in UTF-8, and further ones. */
const FIRST = [0xc2, 0xf4] as const;
const FURTHER = [0x80, 0xbf] as const;

/**
 * What pages are read as by mistake, most usual first. ISO-8859-1 goes with windows-1252: they differ in control
 * characters only, and texts mix the two.
 */
export const MISREADINGS: readonly Misreading[] = (
  [
    { charset: "windows-1252", evidence: 1, short: true },
    { charset: "windows-1250", evidence: 1, short: true },
    { charset: "windows-1251", evidence: 1, short: false },
    // Roots, differences and dashes stand beside letters in formulas as well.
    { charset: "macintosh", evidence: 2, short: true },
  ] as const
).map((known) => {
  const bytes = bytesOf(known.charset);
  return { ...known, bytes, candidate: new RegExp(`[${classOf(bytes, FIRST)}][${classOf(bytes, FURTHER)}]`, "g") };
});

function bytesOf(charset: string): Uint8Array {
  const bytes = new Uint8Array(0x10000);
  if (charset === "windows-1252") for (let byte = 0x80; byte <= 0xff; byte++) bytes[byte] = byte;
  upperHalf(charset).forEach((character, i) => {
    bytes[character.charCodeAt(0)] = 0x80 + i;
  });
  return bytes;
}

/** The characters of the bytes 0x80 to 0xff in an encoding, from the decoder that the platform has. */
function upperHalf(charset: string): string[] {
  return [...new TextDecoder(charset).decode(Uint8Array.from({ length: 0x80 }, (_, i) => 0x80 + i))];
}

/** All code units whose byte lies in a range, as the inside of a character class. */
function classOf(bytes: Uint8Array, [least, most]: readonly [number, number]): string {
  let inside = "";
  bytes.forEach((byte, code) => {
    if (byte >= least && byte <= most) inside += `\\u${code.toString(16).padStart(4, "0")}`;
  });
  return inside;
}

const WINDOWS_1252: readonly string[] = upperHalf("windows-1252");

/**
 * The character that a control character of the range U+0080 to U+009F stands for: windows-1252 that was read as
 * ISO-8859-1, as browsers take them in references, too. Undefined where windows-1252 has none.
 */
export function controlAsWindows(code: number): string | undefined {
  const character = WINDOWS_1252[code - 0x80];
  return character === String.fromCharCode(code) ? undefined : character;
}
