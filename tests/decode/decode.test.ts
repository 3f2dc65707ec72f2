import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/decode/decode.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : Buffer.from(part))));
const wide = (text: string, big: boolean, mark: boolean): Uint8Array => {
  const little = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return big ? Buffer.from(little).swap16() : little;
};
const plain = { mediaType: "text/plain" } as const;
const page = { mediaType: "text/html" } as const;

/** "Привет" in windows-1251. */
const RUSSIAN = [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2];

describe("decode", () => {
  it.each([
    ["plain ASCII", bytes("Hello"), plain, "Hello", "utf-8"],
    ["nothing", bytes(), plain, "", "utf-8"],
    ["UTF-8", bytes("Grüße, 世界 😀"), plain, "Grüße, 世界 😀", "utf-8"],
    ["UTF-8 with a mark", bytes([0xef, 0xbb, 0xbf], "café"), plain, "café", "utf-8"],
    [
      "a mark that contradicts the given charset",
      bytes([0xef, 0xbb, 0xbf], "café"),
      { ...plain, charset: "windows-1251" },
      "café",
      "utf-8",
    ],
    ["UTF-16 LE with a mark", wide("Grüße", false, true), plain, "Grüße", "utf-16le"],
    ["UTF-16 BE with a mark", wide("Grüße", true, true), plain, "Grüße", "utf-16be"],
    ["UTF-16 LE without a mark", wide("<p>Guten Tag", false, false), page, "<p>Guten Tag", "utf-16le"],
    ["UTF-16 BE without a mark", wide("<p>Guten Tag", true, false), page, "<p>Guten Tag", "utf-16be"],
    [
      "Russian UTF-16 without a mark",
      wide("Это короткий текст, и в нём есть пробелы.", false, false),
      plain,
      "Это короткий текст, и в нём есть пробелы.",
      "utf-16le",
    ],
    ["UTF-16 given and no zero byte in it", bytes("Grüße"), { ...plain, charset: "utf-16" }, "Grüße", "utf-8"],
    ["a given charset", bytes(RUSSIAN), { ...plain, charset: "Windows-1251" }, "Привет", "windows-1251"],
    ["a given charset in quotes", bytes(RUSSIAN), { ...plain, charset: ' "cp1251" ' }, "Привет", "windows-1251"],
    ["a given charset for ASCII", bytes("Hello"), { ...plain, charset: "latin1" }, "Hello", "windows-1252"],
    [
      "ISO-2022-JP, which is ASCII to the eye",
      bytes([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42]),
      { ...plain, charset: "iso-2022-jp" },
      "日",
      "iso-2022-jp",
    ],
    ["Shift_JIS", bytes([0x93, 0xfa, 0x96, 0x7b]), { ...plain, charset: "shift_jis" }, "日本", "shift_jis"],
    ["an unknown label", bytes("café"), { ...plain, charset: "utf-9" }, "café", "utf-8"],
    [
      "a given legacy charset that is really UTF-8",
      bytes("naïve café"),
      { ...plain, charset: "iso-8859-1" },
      "naïve café",
      "utf-8",
    ],
    [
      "given UTF-8 that is really windows-1252",
      bytes([0x93, 0x48, 0x69, 0x94, 0x20, 0xe9, 0x74, 0xe9]),
      { ...plain, charset: "utf-8" },
      "“Hi” été",
      "windows-1252",
    ],
    ["no hint at all for windows-1252", bytes("caf", [0xe9, 0x20, 0x80, 0x92]), plain, "café €’", "windows-1252"],
    ["an accented last letter", bytes("caf", [0xe9]), plain, "café", "windows-1252"],
  ])("reads %s", (_, input, hint, text, charset) => {
    expect(decode(input, hint)).toEqual({ text, charset, flags: [] });
  });

  it.each([
    ["meta charset", '<meta charset="windows-1251"><p>'],
    ["http-equiv", '<META http-equiv=Content-Type content="text/html; charset=windows-1251"><p>'],
    ["a comment before it", "<!-- <meta charset=utf-8> --><meta charset='windows-1251'><p>"],
  ])("believes a page's own %s", (_, head) => {
    expect(decode(bytes(head, RUSSIAN), page)).toEqual({ text: `${head}Привет`, charset: "windows-1251", flags: [] });
  });

  it("takes a meta that says utf-16 for utf-8, as HTML does", () => {
    expect(decode(bytes("<meta charset=utf-16><p>é"), page).charset).toBe("utf-8");
    expect(decode(bytes("<meta charset=utf-16><p>", [0xe9, 0x20]), page).charset).toBe("windows-1252");
  });

  it.each([
    ["in plain text", plain, '<meta charset="windows-1251">'],
    ["after the first 1024 bytes", page, `${" ".repeat(1024)}<meta charset="windows-1251">`],
    ["beside a given charset", { ...page, charset: "windows-1252" }, '<meta charset="windows-1251">'],
  ])("does not look at a meta %s", (_, hint, head) => {
    expect(decode(bytes(head, "caf", [0xe9]), hint).charset).toBe("windows-1252");
  });

  it.each([
    ["a last character cut off", bytes("Grüße und caf", [0xc3]), "Grüße und caf\ufffd"],
    ["an only character cut off", bytes("so “".slice(0, 3), [0xe2, 0x80]), "so \ufffd"],
    ["one broken byte among many good characters", bytes("ü".repeat(20), [0xff], "é"), `${"ü".repeat(20)}\ufffdé`],
    ["a mark and a broken byte", bytes([0xef, 0xbb, 0xbf, 0x61, 0xff]), "a\ufffd"],
  ])("flags UTF-8 with %s", (_, input, text) => {
    expect(decode(input, plain)).toEqual({ text, charset: "utf-8", flags: ["broken-utf8"] });
  });

  it("believes a declared legacy charset over a cut-off look of UTF-8", () => {
    expect(decode(bytes("caf", [0xc3]), { ...plain, charset: "windows-1251" }).text).toBe("cafГ");
  });

  it("gives every UTF-8 text back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const text = raw.toWellFormed().replace(/\0|^\ufeff+/g, "");
        expect(decode(bytes(text), plain)).toEqual({ text, charset: "utf-8", flags: [] });
      }),
    );
  });

  it("never throws, whatever the bytes and the hint", () => {
    const mediaType = fc.constantFrom("text/plain" as const, "text/html" as const);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), mediaType, fc.string(), (input, type, charset) => {
        const decoded = decode(input, { mediaType: type, charset });
        expect(decode(input, { mediaType: type, charset })).toEqual(decoded);
      }),
    );
  });
});
