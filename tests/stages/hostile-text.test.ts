import { expect, it } from "vitest";
import { cleanText } from "../../src/index.ts";
import { withoutWhitespace } from "../../src/text/whitespace.ts";

/** UTF-16 code units. At this size anything that takes time squared runs into the timeout. */
const SIZE = 300_000;

/** White space aside: a blank line may take the place of a line end. */
function expectShorter(text: string, source: string): void {
  expect(withoutWhitespace(text).length).toBeLessThanOrEqual(withoutWhitespace(source).length);
}

const fill = (pattern: string): string => pattern.repeat(Math.ceil(SIZE / pattern.length)).slice(0, SIZE);

const PATTERNS = [
  ..." <>\"&[]`.'=/-#*|{(\n\r\t\u00a0\u200b\u2028\u0301\u1161\ud83dA\u0e01\u6c34",
  "&quot;",
  "Ã",
  "Ã©",
  "Ã ",
  "â€",
  "Ð",
  "РџС",
  "‚Äô",
  "\u0092",
  "\ue000",
  "\u2067",
  "\u200e\u05d0",
  "&amp;",
  "&#39;",
  ' class="',
  'class="y" ',
  'x" class="y">',
  'b/" class="c">b ',
  'a" class="b"                    >',
  'internal-link">',
  '/abc/def">def ',
  'a" title="',
  ' "',
  '="',
  "<>",
  "<a ",
  '<a b="',
  "<a           ",
  "<p>",
  "</p>",
  "<br",
  "/a>",
  "</",
  "<!--",
  "<script>",
  "[a ",
  '[a b="',
  '[a b="c" d="e" ',
  "[vc_row]",
  "[foo]a[/foo]",
  "`<",
  "```\n",
  "```\n~~~\n",
  "- a\n",
  "> a\n",
  "| a |\n",
  "\r\n\r",
  "\n \n",
  "\u0301\u0316",
  "a\u0301\u0316",
  "e\u0301 x",
  "\u1112\u1161\u11ab",
  "水\n",
  "a(b);\n",
  "a {\n\n",
  "x = 1\n",
  "f(x);\nx = 1\nx = 1\n\n\n",
  "{{a}}\n",
  "{{a}}|",
  "%%a%%",
  "a](http://b/c)",
  "](http",
  "[a:b]\n",
  "A[edit]\n",
  "ab[1]",
  "a{b:c}",
  "@media a",
  '{"a":1}\n',
  "gtag('a');\n",
  "(adsbygoogle = window.adsbygoogle || []).push({",
  "&#8221; a=&#8221;",
  "&gt;",
  "A. ",
  "...",
  "[…]",
  "[+1 chars]",
  "share ",
  "the post a b c appeared first on ",
  "more {} articles on ",
  "© 2024 a b © ",
  "News\n\nHeadline of it\n\n",
  "News\n\n",
  "Read more\n\n",
  "Related Articles\n\nA bell rings\n\n",
  "More from Abc\n\nAbc\n\n",
  "Fish &amp; chips.\n\n",
  "import a ",
  "a aaa aaaa aaaaa aaaaaa aaaaaaaa aaaaaaaaa aaaaa\n",
];

it.each(PATTERNS.map((pattern) => [JSON.stringify(pattern), pattern] as const))(
  "survives a text full of %s",
  (_, pattern) => {
    const source = fill(pattern);
    expectShorter(cleanText(source).text, source);
  },
);

it.each([
  ["an opened backtick before brackets", `\`${fill("<")}`],
  ["short lines beside a longer one, without any space", `${"a".repeat(30)}\n${fill("a\n")}`],
  ["a tag that never ends", `<a${fill(" b")}`],
  ["an attribute after white space", `a" class="b"${fill(" ")}>`],
  ["spaces before a truncation mark", `${fill("x")}${fill(" ")}[...]`],
  ["debris ten thousand deep", `${'a" class="b" '.repeat(10_000)}${">".repeat(10_000)}word`],
  ["debris in debris, ten thousand times", `${'x" class="y">'.repeat(10_000)}word`],
  [
    "ten layers of mojibake",
    Array.from({ length: 10 })
      .reduce<string>((text) => Buffer.from(text).toString("latin1"), "é".repeat(20))
      .repeat(20),
  ],
  ["values whose quotes may belong to either side", `x" class="y">"${" -=&quot; -=&quot;".repeat(40)}<`],
  ["a tag whose quotes may belong to either side", `<A\t0=\t${'"”\t-="\tA=“\tA\t=”\t-="\t-=“"\t0=\t'.repeat(26)}<`],
  ["ten thousand nested entities", `&${"amp;".repeat(10_000)}lt;`],
  [
    "a great many different names beside debris",
    `x/" class="y">x ${Array.from({ length: 40_000 }, (_, i) => `N${i.toString(36).replace(/\d/g, "q")}aa`).join(" ")}`,
  ],
])("survives %s", (_, source) => {
  expectShorter(cleanText(source).text, source);
});
