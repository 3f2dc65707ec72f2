import { describe, expect, it } from "vitest";
import { visibleText } from "../../src/core/document.ts";
import { IN_NOSCRIPT } from "../../src/extract/outline.ts";
import { pageDocument, readPage } from "../../src/extract/page.ts";
import { textOf } from "../../src/html/text.ts";

const blocks = (html: string): [string, string][] => readPage(html).blocks.map(({ kind, text }) => [kind, text]);
const texts = (html: string): string[] => readPage(html).blocks.map(({ text }) => text);

describe("blocks of a page", () => {
  it.each<[string, string, [string, string][]]>([
    ["inline elements part nothing", "<p>One <b>two</b><i>three</i></p>", [["paragraph", "One twothree"]]],
    [
      "block elements part",
      "<div>a<p>b</p>c</div>",
      [
        ["paragraph", "a"],
        ["paragraph", "b"],
        ["paragraph", "c"],
      ],
    ],
    [
      "empty block elements part",
      "<div>a<div></div>b<hr>c</div>",
      [
        ["paragraph", "a"],
        ["paragraph", "b"],
        ["paragraph", "c"],
      ],
    ],
    [
      "headings",
      "<h2>Rain <em>and</em> wind</h2><h7>no heading</h7>",
      [
        ["heading", "Rain and wind"],
        ["paragraph", "no heading"],
      ],
    ],
    [
      "list items",
      "<ul><li>a<li><p>b</ul><dl><dt>c<dd>d</dl>",
      [
        ["list-item", "a"],
        ["list-item", "b"],
        ["list-item", "c"],
        ["list-item", "d"],
      ],
    ],
    [
      "quotes",
      "<blockquote><p>a</p><ul><li>b</ul><h3>c</h3></blockquote>",
      [
        ["quote", "a"],
        ["list-item", "b"],
        ["heading", "c"],
      ],
    ],
    ["code keeps its first line's indentation", "<pre>\n   a\n     b\n</pre>", [["code", "   a\n     b"]]],
    ["one line break", "a<br>b", [["paragraph", "a\nb"]]],
    [
      "two line breaks part",
      "a<br>\n<br/> b<br>c",
      [
        ["paragraph", "a"],
        ["paragraph", "b\nc"],
      ],
    ],
    ["two line breaks with text between", "a<br>b<br>c", [["paragraph", "a\nb\nc"]]],
    [
      "a data row",
      "<table><tr><th>Rain</th><td>5 mm</td></tr><tr><td>Wind<td><b>9</b> m/s</table>",
      [
        ["table", "Rain\t5 mm"],
        ["table", "Wind\t9 m/s"],
      ],
    ],
    [
      "a layout row",
      "<table><tr><td>menu</td><td><p>a</p><p>b</p></td></tr></table>",
      [
        ["paragraph", "menu"],
        ["paragraph", "a"],
        ["paragraph", "b"],
      ],
    ],
    [
      "a row laid out with line breaks",
      "<table><tr><td>menu</td><td>a<br><br>b</td></tr></table>",
      [
        ["paragraph", "menu"],
        ["paragraph", "a"],
        ["paragraph", "b"],
      ],
    ],
    ["a row of one cell", "<table><tr><td>alone</td></tr></table>", [["paragraph", "alone"]]],
    [
      "a data table in a layout table",
      "<table><tr><td><table><tr><td>a<td>b</table></td><td>c</td></tr></table>",
      [
        ["table", "a\tb"],
        ["paragraph", "c"],
      ],
    ],
    ["a body-less fragment", "just <b>text</b>", [["paragraph", "just text"]]],
    [
      "text after the end",
      "<p>a</p></body></html>b",
      [
        ["paragraph", "a"],
        ["paragraph", "b"],
      ],
    ],
    ["white space only", "<p> &nbsp;\n</p><p></p>", []],
    ["nothing", "", []],
    ["frames", "<frameset><frame></frameset>", []],
  ])("%s", (_, html, expected) => {
    expect(blocks(html)).toEqual(expected);
  });

  it("leaves out what a reader never sees", () => {
    const html =
      "<head><title>t</title></head><!-- c --><script>s</script><style>s</style><template><p>t</template>" +
      "<iframe>i</iframe><noembed>n</noembed><svg><title>t</title><desc>d</desc><text>drawn</text></svg><title>t</title>";
    expect(texts(html)).toEqual(["drawn"]);
  });

  it("counts form controls and noscript as visible, and remembers noscript", () => {
    const page = readPage(
      "<textarea>\na <b></textarea><button>b</button><select><option>c<option>d</select><noscript><p>e</p></noscript>",
    );
    expect(page.blocks.map(({ text }) => text)).toEqual(["a <b>", "b", "c", "d", "e"]);
    const { outline } = page.measured;
    const inNoscript = outline.texts.filter((node) => outline.state[outline.host[node]!]! & IN_NOSCRIPT);
    expect(inNoscript.map((node) => textOf(page.tree, node))).toEqual(["e"]);
  });
});

describe("pieces of a page", () => {
  it.each([
    ["named reference", "Tom &amp; Jerry", "Tom & Jerry", ["&amp;"]],
    ["decimal and hexadecimal reference", "it&#8217;s &#x2019;", "it’s ’", ["&#8217;", "&#x2019;"]],
    ["references without semicolon", "caf&eacute &copy2024 &notit;", "café ©2024 ¬it;", ["&eacute", "&copy", "&not"]],
    ["ampersands that are text", "R&D & &zz; &#; &", "R&D & &zz; &#; &", []],
    ["a reference to two characters", "a &NotEqualTilde; b", "a ≂̸ b", ["&NotEqualTilde;"]],
    ["a reference to a line end", "a&#13;b", "a\rb", ["&#13;"]],
    ["less-than signs that are text", "1 < 2 <3 <", "1 < 2 <3 <", []],
    ["a lone carriage return", "a\rb", "a\nb", ["\r"]],
    ["carriage return and line feed", "a\r\nb", "a\nb", []],
    ["NUL", "a\0b", "ab", []],
    ["an ignored end tag", "a</x>b</span title='>'>c", "abc", []],
    ["an ignored doctype", "a<!DOCTYPE html>b", "ab", []],
    ["astral characters and lone surrogates", "a😀&amp;\ud800b", "a😀&\ud800b", ["&amp;"]],
  ])("%s", (_, source, text, opaque) => {
    const page = readPage(`<p>${source}`);
    expect(page.blocks[0]?.text).toBe(text);
    const whole = page.visible.filter(({ verbatim }) => !verbatim);
    expect(whole.map(({ start, end }) => page.html.slice(start, end))).toEqual(opaque);
  });

  it.each([
    ["a reference", "<pre>\n&lt;b&gt;</pre>", "&lt;b&gt;"],
    ["a last reference", "<pre>\n&lt;", "&lt;"],
    ["a reference without semicolon", "<pre>\n&copy2024</pre>", "&copy2024"],
    ["an astral character", "<pre>\n😀</pre>", "😀"],
    ["a less-than sign", "<pre>\n<3</pre>", "<3"],
    ["a tag that is text", "<textarea>\n</b></textarea>", "</b>"],
    ["a reference as text before any tag", "\n&eacute;", "&eacute;"],
    ["a reference that is the end of the text before", "&amp;<p>amp;", "&amp;"],
  ])("finds where text begins that begins with %s after a dropped line break", (_, html, first) => {
    const [block] = readPage(html).blocks;
    expect(html.slice(block?.start, block?.end)).toBe(first);
  });

  it("maps every block to its own span", () => {
    const html = "<h1>\n  Rain &amp; wind  </h1><p>All <i>night</i> long.";
    const page = readPage(html);
    expect(page.blocks.map(({ start, end }) => html.slice(start, end))).toEqual([
      "Rain &amp; wind",
      "All <i>night</i> long.",
    ]);
    for (const block of page.blocks) expect(visibleText(page.visible, block)).toBe(block.text);
  });

  it("keeps source order where the parser moves text out of a table", () => {
    const html = "<table>first &lt;<tr><td>second &amp;</td></tr>third</table><p>fourth";
    const page = readPage(html);
    expect(page.blocks.map(({ text }) => text)).toEqual(["first <", "second &", "third", "fourth"]);
    expect(html.slice(page.blocks[2]?.start, page.blocks[2]?.end)).toBe("third");
  });

  it("still places text whose tags mislead the walk over the source", () => {
    const html = "<p>a</x title=it's>b <i>c</i> isn't d";
    const page = readPage(html);
    expect(page.blocks.map(({ text }) => text)).toEqual(["ab c isn't d"]);
  });

  it("makes a document with every block in it", () => {
    const page = readPage("<p>a &amp; b");
    const document = pageDocument(page, { title: "t" });
    expect(document).toMatchObject({
      mediaType: "text/html",
      source: page.html,
      metadata: { title: "t" },
      edits: [],
      flags: [],
    });
    expect(document.blocks).toEqual(page.blocks);
  });
});

describe("hostile pages", () => {
  it.each([
    ["10,000 nested elements", `${"<div>".repeat(10_000)}x${"</div>".repeat(10_000)}`, 1],
    ["10,000 nested inline elements", `${"<span>".repeat(10_000)}x`, 1],
    ["100,000 spaces", `<p>a${" ".repeat(100_000)}b`, 1],
    ["100,000 spaces around nothing", `<p>${" ".repeat(100_000)}<p>b`, 1],
    ["100,000 ampersands", "&".repeat(100_000), 1],
    ["100,000 less-than signs", "<".repeat(100_000), 1],
    [
      "3,000 nested tables with text moved out of each",
      `${"<table>a<tr><td>".repeat(3_000)}x${"</table>b".repeat(3_000)}`,
      6_001,
    ],
    ["unclosed quotes in ignored tags", `<p>${'a</x title="'.repeat(5_000)}`, 1],
    ["unclosed comments", `<p>a${"<!--".repeat(50_000)}`, 1],
  ])("reads %s in time", { timeout: 10_000 }, (_, html, count) => {
    expect(readPage(html).blocks).toHaveLength(count);
  });
});
