/** What the header of a member says. */
export interface TarHeader {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** POSIX's typeflag, one character. */
  readonly type: string;
}

const CHECKSUM = { from: 148, to: 156 } as const;

/** Reads a block of 512 bytes as a header (POSIX.1 ustar, and GNU's for large sizes); `undefined` where it is none. */
export function tarHeader(block: Buffer): TarHeader | undefined {
  if (block.length < 512 || !hasChecksum(block)) return undefined;
  const size = block[124]! & 0x80 ? wideNumber(block.subarray(125, 136)) : octal(block, 124, 136);
  if (size === undefined || !Number.isSafeInteger(size)) return undefined;
  const isPosix = block.toString("latin1", 257, 263) === "ustar\0";
  const prefix = isPosix ? field(block, 345, 500) : "";
  const name = field(block, 0, 100);
  return { name: prefix === "" ? name : `${prefix}/${name}`, size, type: String.fromCharCode(block[156]!) };
}

/** The sum of all bytes, those of the sum itself counted as spaces; some old writers summed signed bytes. */
function hasChecksum(block: Buffer): boolean {
  const stated = octal(block, CHECKSUM.from, CHECKSUM.to);
  let sum = 0;
  let signed = 0;
  for (let i = 0; i < 512; i++) {
    const byte = i >= CHECKSUM.from && i < CHECKSUM.to ? 0x20 : block[i]!;
    sum += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  return stated === sum || stated === signed;
}

function octal(block: Buffer, from: number, to: number): number | undefined {
  const digits = field(block, from, to).trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || "0", 8) : undefined;
}

/** Big-endian. */
const wideNumber = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

function field(block: Buffer, from: number, to: number): string {
  const end = block.indexOf(0, from);
  return block.toString("utf8", from, end < 0 || end > to ? to : end);
}

/** The name and size in a set of extended fields: `length key=value`, each ended by a line feed. */
export function paxFields(content: Buffer): Partial<TarHeader> {
  let fields: Partial<TarHeader> = {};
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at);
    const length = Number(content.toString("latin1", at, Math.max(at, Math.min(space, at + 10))));
    if (!(length > 3) || !Number.isInteger(length)) return fields;
    const [key, value] = split(content.toString("utf8", space + 1, at + length - 1));
    if (key === "path") fields = { ...fields, name: value };
    if (key === "size" && /^\d{1,15}$/.test(value)) fields = { ...fields, size: Number(value) };
    at += length;
  }
  return fields;
}

function split(pair: string): [key: string, value: string] {
  const equals = pair.indexOf("=");
  return [pair.slice(0, equals), pair.slice(equals + 1)];
}
