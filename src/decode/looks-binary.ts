import { isControl, sniffUtf16 } from "./sniff-utf16.ts";

const SAMPLE = 4096;

/** First bytes of formats that are never text, as Latin-1; `at` where they do not stand at the very beginning. */
const MAGIC: readonly { readonly bytes: string; readonly at?: number }[] = [
  { bytes: "%PDF-" },
  { bytes: "\x89PNG\r\n\x1a\n" },
  { bytes: "\xff\xd8\xff" }, // JPEG
  { bytes: "GIF87a" },
  { bytes: "GIF89a" },
  { bytes: "WEBP", at: 8 },
  { bytes: "WAVE", at: 8 },
  { bytes: "PK\x03\x04" }, // ZIP, and with it DOCX, XLSX, EPUB, JAR
  { bytes: "\x1f\x8b" }, // gzip
  { bytes: "\x28\xb5\x2f\xfd" }, // Zstandard
  { bytes: "\xfd7zXZ\0" },
  { bytes: "7z\xbc\xaf\x27\x1c" },
  { bytes: "Rar!\x1a\x07" },
  { bytes: "\x7fELF" },
  { bytes: "\0asm" },
  { bytes: "SQLite format 3\0" },
  { bytes: "OggS\0" },
  { bytes: "ftyp", at: 4 }, // MP4, MOV, HEIC
];

/**
 * Whether bytes are neither text nor HTML in any charset: the signature of a known binary format, or more control bytes
 * than a text has by accident. UTF-16 is text, with or without a byte order mark; nothing at all is text too.
 */
export function looksBinary(bytes: Uint8Array): boolean {
  if (MAGIC.some((magic) => hasMagic(bytes, magic.bytes, magic.at ?? 0))) return true;
  if (hasUtf16Mark(bytes) || sniffUtf16(bytes) !== undefined) return false;
  const end = Math.min(bytes.length, SAMPLE);
  let controls = 0;
  for (let i = 0; i < end; i++) if (isControl(bytes[i] as number)) controls++;
  return controls * 20 > end;
}

function hasMagic(bytes: Uint8Array, magic: string, at: number): boolean {
  if (bytes.length < at + magic.length) return false;
  // "ftyp", "WEBP" and "WAVE" are also words: only a length field with a zero or control byte before them is a header.
  if (at > 0 && !bytes.subarray(0, at).some(isControl)) return false;
  for (let i = 0; i < magic.length; i++) if (bytes[at + i] !== magic.charCodeAt(i)) return false;
  return true;
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
