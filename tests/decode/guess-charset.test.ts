import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/decode/decode.ts";
import { guessCharset } from "../../src/decode/guess-charset.ts";
import { encodeText } from "../encode-text.ts";
import { PASSAGES } from "../passages.ts";

const file = fileURLToPath(new URL("../../../shared/bench/fundus-dev.jsonl.gz", import.meta.url));
const missing = !existsSync(file);
if (missing) console.info(`skipped: the benchmark pages are not at ${file}`);

const CASES = PASSAGES.flatMap(({ lang, charsets, text }) =>
  charsets.map((charset): [string, string, string] => [lang, charset, text]),
);
const read = (bytes: Uint8Array, charset: string): string => new TextDecoder(charset).decode(bytes);
const repeated = (text: string, times: number): string => Array.from({ length: times }, () => text).join("\n");

describe("undeclared bytes", () => {
  it("come in more than twenty languages and in every encoding of the old web", () => {
    expect(new Set(CASES.map(([lang]) => lang)).size).toBeGreaterThan(30);
    expect(new Set(CASES.map(([, charset]) => charset)).size).toBeGreaterThan(28);
  });

  it.each(CASES)("are read: a paragraph, %s in %s", (_, charset, text) => {
    const bytes = encodeText(text, charset);
    expect(decode(bytes, { mediaType: "text/plain" }).text).toBe(read(bytes, charset));
  });

  it.each(CASES)("are read: a page of markup around a paragraph, %s in %s", (_, charset, text) => {
    const menu = '<ul class="site-navigation"><li><a href="/latest/articles/index.html">Home of the news</a></li></ul>';
    const html = `${repeated(menu, 300)}<p>${text}</p><script>${repeated("window.track(document);", 300)}</script>`;
    const bytes = encodeText(html, charset);
    expect(decode(bytes, { mediaType: "text/html" }).text).toBe(read(bytes, charset));
  });

  it.each([
    [25, 0.88],
    [50, 0.9],
    [100, 0.95],
  ])("are mostly read where a text has %i characters", (length, floor) => {
    const pieces = CASES.flatMap(([, charset, text]) => {
      const characters = [...text];
      const whole = Math.floor(characters.length / length);
      return Array.from({ length: whole }, (_, i) => {
        const piece = characters.slice(i * length, (i + 1) * length).join("");
        return { charset, bytes: encodeText(piece, charset) };
      });
    });
    const sound = pieces.filter(
      ({ charset, bytes }) => decode(bytes, { mediaType: "text/plain" }).text === read(bytes, charset),
    );
    expect(pieces.length).toBeGreaterThan(100);
    expect(sound.length / pieces.length).toBeGreaterThan(floor);
  });

  it.each(CASES.filter(([, charset]) => /^(?:shift_jis|euc|gb|big5)/.test(charset)))(
    "are read in spite of a broken character, %s in %s",
    (_, charset, text) => {
      const good = encodeText(repeated(text, 60), charset);
      const bytes = Uint8Array.from([...good.subarray(0, 51), 0xff, ...good.subarray(52)]);
      expect(decode(bytes, { mediaType: "text/plain" })).toEqual({
        text: read(bytes, charset),
        charset: charset === "gbk" ? "gb18030" : charset,
        flags: ["broken-charset"],
      });
    },
  );

  it("are windows-1252 where they say nothing", () => {
    expect(guessCharset(Uint8Array.from([0xe9]))).toBe("windows-1252");
    expect(guessCharset(Uint8Array.from([0x80, 0x92, 0x85]))).toBe("windows-1252");
    expect(guessCharset(new Uint8Array())).toBe("windows-1252");
  });

  it("are ASCII in spite of an escape sequence that no Japanese follows", () => {
    for (const text of ["plain \x1b$", "colour \x1b$B in a log", "\x1b$B\x01\x02"])
      expect(decode(Buffer.from(text), { mediaType: "text/plain" }).text).toBe(text);
  });

  it.skipIf(missing)("are read: gold texts of real pages in the encodings of their languages", () => {
    const charsets = new Map(PASSAGES.map(({ lang, charsets: known }) => [lang, known]));
    const pages = gunzipSync(readFileSync(file)).toString().trim().split("\n");
    let asked = 0;
    const wrong: string[] = [];
    for (const line of pages) {
      const { id, lang, gold } = JSON.parse(line) as { id: string; lang: string; gold: string };
      for (const charset of charsets.get(lang) ?? []) {
        const bytes = encodeText(gold, charset);
        if (bytes.every((byte) => byte < 0x80)) continue;
        asked++;
        if (decode(bytes, { mediaType: "text/plain" }).text !== read(bytes, charset)) wrong.push(`${id} ${charset}`);
      }
    }
    expect(asked).toBeGreaterThan(200);
    expect(wrong.length / asked, wrong.join()).toBeLessThan(0.01);
  });
});

describe("a declared charset", () => {
  const text = (lang: string): string => PASSAGES.find((one) => one.lang === lang)?.text ?? expect.fail(lang);

  it.each([
    ["iso-8859-2", "windows-1250", "pl"],
    ["iso-8859-15", "windows-1252", "fr"],
    ["windows-1252", "windows-1251", "ru"],
    ["windows-1252", "windows-1253", "el"],
    ["iso-8859-1", "koi8-r", "ru"],
    ["iso-8859-1", "euc-kr", "ko"],
    ["shift_jis", "euc-jp", "ja"],
    ["shift_jis", "gb18030", "zh-Hans"],
    ["utf-8", "windows-1251", "uk"],
    ["utf-8", "gb18030", "zh-Hans"],
  ])("%s that is really %s is not believed", (charset, real, lang) => {
    const bytes = encodeText(text(lang), real);
    expect(decode(bytes, { mediaType: "text/plain", charset })).toEqual({
      text: read(bytes, real),
      charset: real,
      flags: [],
    });
  });

  it.each([
    ["windows-1252", "fr"],
    ["windows-1252", "de"],
    ["iso-8859-5", "sr"],
    ["x-mac-cyrillic", "ru"],
    ["iso-8859-13", "lt"],
    ["windows-874", "th"],
  ])("%s is believed for %s", (charset, lang) => {
    const bytes = encodeText(text(lang), charset);
    expect(decode(bytes, { mediaType: "text/plain", charset })).toEqual({
      text: read(bytes, charset),
      charset,
      flags: [],
    });
  });

  it("is believed in spite of a broken character", () => {
    const good = encodeText(text("ja"), "shift_jis");
    const bytes = Uint8Array.from([...good.subarray(0, 30), 0xff, ...good.subarray(30)]);
    const decoded = decode(bytes, { mediaType: "text/plain", charset: "shift_jis" });
    expect(decoded).toEqual({ text: read(bytes, "shift_jis"), charset: "shift_jis", flags: ["broken-charset"] });
  });

  it("may come as a whole Content-Type", () => {
    const bytes = encodeText("Да", "koi8-r");
    for (const charset of [
      "text/html; charset=koi8-r",
      'text/html;Charset="KOI8-R"; x=y',
      "text/plain; charset='koi8-r'",
    ])
      expect(decode(bytes, { mediaType: "text/plain", charset })).toEqual({ text: "Да", charset: "koi8-r", flags: [] });
    expect(decode(Buffer.from("é"), { mediaType: "text/html", charset: "text/html" }).text).toBe("é");
  });
});
