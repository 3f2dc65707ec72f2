import { describe, expect, it } from "vitest";
import { looksBinary } from "../../src/decode/looks-binary.ts";

const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");

describe("looksBinary", () => {
  it.each([
    ["PDF", "%PDF-1.7\n%abc"],
    ["PNG", "\x89PNG\r\n\x1a\n"],
    ["JPEG", "\xff\xd8\xff\xe0"],
    ["GIF", "GIF89a and more"],
    ["ZIP", "PK\x03\x04"],
    ["gzip", "\x1f\x8b\x08"],
    ["ELF", "\x7fELF\x02"],
    ["MP4", "\0\0\0\x18ftypmp42"],
    ["WebP", "RIFF\x24\0\0\0WEBPVP8 "],
    ["zero bytes", "\0".repeat(64)],
    ["small numbers in 16 bits", "\x01\0\x02\0\x03\0\x04\0\x05\0\x06\0"],
    ["noise", Array.from({ length: 512 }, (_, i) => String.fromCharCode((i * 167) % 256)).join("")],
  ])("knows %s", (_, content) => {
    expect(looksBinary(latin1(content))).toBe(true);
  });

  it.each([
    ["nothing", latin1("")],
    ["text", latin1("A plain line.\r\n\tAnd another.\f")],
    ["UTF-8", Buffer.from("Grüße, 世界 😀")],
    ["windows-1252", latin1("caf\xe9 \x93quoted\x94")],
    ["UTF-16 LE with a mark", Buffer.from("\ufeff世界", "utf16le")],
    ["UTF-16 LE without a mark", Buffer.from("<p>Guten Tag", "utf16le")],
    ["UTF-16 BE without a mark", Buffer.from("<p>Guten Tag", "utf16le").swap16()],
    ["ISO-2022-JP", latin1("\x1b$BF|K\\\x1b(B \x1b$BF|K\\\x1b(B")],
    ["a stray NUL in a long text", latin1(`${"word ".repeat(50)}\0${"word ".repeat(50)}`)],
    ["a sentence with ftyp in it", latin1("The ftyp box comes first.")],
    ["a word about PDF", latin1("A %PDF-1.7 header opens such files.")],
  ])("leaves %s alone", (_, content) => {
    expect(looksBinary(content)).toBe(false);
  });
});
