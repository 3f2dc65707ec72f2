import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sniffFormat } from "../../src/sources/media-type.ts";

const page = '<!DOCTYPE html>\n<html lang="en"><head><title>Grüße, 世界</title></head><body><p>Hi.</p></body></html>';
const prose = "He left the house at nine and did not come back before dark. ".repeat(80);

function sniff(text: string): string {
  return sniffFormat("page", Buffer.from(text));
}

function utf16(text: string, isBigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
}

describe("by the ending", () => {
  test.each([
    ["a.txt", "text"],
    ["a.TXT", "text"],
    ["a.md", "markdown"],
    ["a.Markdown", "markdown"],
    ["a.html", "html"],
    ["A.HTM", "html"],
    ["a.xhtml", "html"],
    ["a.json", "json"],
    ["a.JSONL", "jsonl"],
    ["a.ndjson", "jsonl"],
    ["a.b.html", "html"],
    ["line\nbreak.html", "html"],
  ])("%j is %s, whatever it holds", (path, format) => {
    for (const content of ["", page, "plain", '{"text":"x"}'])
      expect(sniffFormat(path, Buffer.from(content))).toBe(format);
  });

  test.each(["page", "page.php", "html", "page.html?p=1", "page.html.1", "a.html/page", "page.html~"])(
    "%j says nothing, so the content is asked",
    (path) => {
      expect(sniffFormat(path, Buffer.from(page))).toBe("html");
      expect(sniffFormat(path, Buffer.from("plain"))).toBe("text");
    },
  );
});

describe("HTML", () => {
  test.each([
    ["a doctype", page],
    ["an old doctype", '<!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><title>x</title>'],
    ["no doctype", "<HTML><body>Hello"],
    ["leading space", `\n\n \t${page}`],
    ["a comment before", `<!-- saved from url=(0014)about:internet -->\n<!-- x -->${page}`],
    ["a comment that fills the head", `<!-- ${"licence ".repeat(1000)}--><p>x</p>`],
    ["an XML declaration", `<?xml version="1.0" encoding="utf-8"?>\n${page}`],
    ["a fragment", '<div class="post"><h1>Title</h1><p>One <a href="/x">link</a>.</p></div>'],
    ["a fragment with long paragraphs", `<p>${prose.slice(0, 1200)}</p>\n`.repeat(3)],
    ["a BOM", `\ufeff${page}`],
  ])("with %s", (_, text) => {
    expect(sniff(text)).toBe("html");
    for (const isBigEndian of [false, true]) {
      expect(sniffFormat("page", utf16(`\ufeff${text.replace(/^\ufeff/, "")}`, isBigEndian))).toBe("html");
      expect(sniffFormat("page", utf16(text, isBigEndian))).toBe("html");
    }
  });

  test.each([
    ["a mention of <html>", "The <html> tag comes first, then <head> and <body>; <p> is for prose."],
    ["code at its end", `${prose}\n${page}`],
    ["a stray tag before the article", `<p>${prose}`],
    ["a bold title and nothing else", `<b>Title</b>\n\n${prose}`],
    ["a smaller-than sign", "< 5 minutes to read"],
    ["a link in angle brackets", "<https://example.org> is where it was found, said <jane@example.org>."],
    ["an unknown tag", "<speaker>Yes.</speaker><speaker>No.</speaker>"],
    ["a feed", '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>'],
    ["an unfinished declaration", `<?xml ${prose}`],
    ["only a comment", "<!-- nothing -->"],
  ])("is not what has %s", (_, text) => {
    expect(sniff(text)).toBe("text");
  });
});

describe("JSON and JSON Lines", () => {
  test.each([
    ["one object on one line", '{"text":"x"}\n', "json"],
    ["an object over several lines", '{\n  "text": "x"\n}\n', "json"],
    ["a list of objects", ' [\n{"text":"x"}, {"text":"y"}]', "json"],
    ["objects line by line", '{"text":"x"}\n{"text":"y"}\n', "jsonl"],
    ["lines of which the second is broken", '{"text":"x"}\r\n{"text":\r\n', "jsonl"],
    ["a BOM", '\ufeff{"text":"x"}\n{"text":"y"}\n', "jsonl"],
    ["a first line beyond the head", `{"text": "${prose}"}\n`, "jsonl"],
    ["short lines beyond the head", `{"text":"x"}\n`.repeat(1000), "jsonl"],
    ["a long object over several lines", `{\n  "text": "${prose}"\n}\n`, "json"],
    ["a long list", `[\n  {"text": "${prose}"}\n]\n`, "json"],
  ])("%s", (_, text, format) => {
    expect(sniff(text)).toBe(format);
  });

  test.each([
    ["a brace", "{ and that was it"],
    ["a brace and a quote", `{"Never", she said: "${prose}`],
    ["a template", `{{ title }}\n${prose}`],
    ["a footnote", "[1] See the appendix."],
    ["a list of numbers", "[1, 2, 3]"],
    ["an empty list", "[]"],
    ["a number", "42"],
    ["a quotation", '"Never," she said.'],
    ["comma-separated values", 'id,title,text\n1,"One, two","x"\n2,"Three","y"\n'],
  ])("is not %s", (_, text) => {
    expect(sniff(text)).toBe("text");
  });
});

test("nothing at all, and binary zeros, are left to the decoder as text", () => {
  expect(sniff("")).toBe("text");
  expect(sniffFormat("page", new Uint8Array(5000))).toBe("text");
});

test("any bytes get an answer, and only the head counts", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 50 }), (head, tail) => {
      const filled = Buffer.concat([head, Buffer.alloc(4096 - head.length, 32)]);
      expect(sniffFormat("page", Buffer.concat([filled, tail]))).toBe(sniffFormat("page", filled));
    }),
  );
});
