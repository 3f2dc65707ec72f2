import fc, { type Arbitrary } from "fast-check";

const NOUNS =
  "quay harbour pilot ferry bell rope lantern clerk bridge market orchard kiln mill anchor ledger stove".split(" ");
const VERBS = "kept painted mended counted watched carried measured sold borrowed cleaned".split(" ");
const PLACES = "Marrowby Port-Ellery Hexcombe Tessmouth Aldersby Fenwold".split(" ");
const REST =
  "before the rain came, after a long winter, with great care, for nothing at all, by lamplight, in plain sight".split(
    ", ",
  );
const FOREIGN = [
  "Die alte Mühle am Fluß wurde im Frühjahr von zwölf Freiwilligen neu gedeckt und gestrichen.",
  "Le vieux moulin a été réparé au printemps ; douze voisins s’en sont chargés, sans rien demander.",
  "Старая мельница у реки была починена весной, и никто не попросил за это денег.",
  "村の古い水車は春に直され、十二人の住民が交代で見張りをした。",
  "कस्बे की पुरानी चक्की वसंत में सुधारी गई और बारह लोगों ने उसकी देखभाल की।",
];

const sentence: Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...PLACES),
    fc.constantFrom(...NOUNS),
    fc.constantFrom(...VERBS),
    fc.constantFrom(...NOUNS),
    fc.constantFrom(...REST),
  )
  .map(([place, a, verb, b, rest]) => `The ${a} keeper of ${place} ${verb} the old ${b} ${rest}.`);

/** A paragraph of two to five sentences, or of another language. */
const prose: Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.array(sentence, { minLength: 2, maxLength: 5 }).map((all) => all.join(" ")) },
  { weight: 1, arbitrary: fc.constantFrom(...FOREIGN) },
);

/** Whole paragraphs without noise. */
export const proseDocument: Arbitrary<string[]> = fc.array(prose, { minLength: 1, maxLength: 6 });

const NOISE = [
  "News",
  "BREAKING NEWS",
  "📍 Breaking News: This article covers the latest developments. Stay informed with comprehensive coverage.",
  "Related Articles",
  "Leave a Reply",
  "Back to top button",
  "Share this article",
  "Facebook Twitter WhatsApp",
  "ADVERTISEMENT",
  "More News articles on QuayPost",
  "QuayPost – Your Harbour Paper",
  "Subscribe to our newsletter",
  "© 2024 QuayPost. All rights reserved.",
  "Read more",
  "Tags: quay, bell",
  "Also read: The bell of Hexcombe",
  "Comment *",
  "Ferry prices to rise",
  "A Headline Without a Stop",
  "This website uses cookies to improve your experience. Accept all",
  "Follow us on Facebook",
  "The post Bell appeared first on QuayPost.",
  "and so it went… [+1234 chars]",
  "- a list entry",
  "> quoted",
  "```",
  "| a | b |",
  "# Heading",
  "%%tagline%%",
  "[Quay:Video 3]",
  "googletag.display('quay');",
  '{"@context":"https://schema.org","@type":"Place"}',
  "Bells[edit]",
];

const DEBRIS = [
  'marrowby/" class="auto-internal-link">marrowby',
  'bell-of-x/" class="a" title="📰 The bell">internal-link">hexcombe',
  '/p/quay">quay',
  "<p>",
  "</p>",
  "<b>bold</b>",
  "<br/>",
  "<a href='/x'>link</a>",
  "<!-- note -->",
  "<script>x()</script>",
  "/a>",
  "<br",
  "[vc_row]",
  "[/vc_row]",
  '[gallery ids="1,2"]',
  "&amp;",
  "&amp;nbsp;",
  "&#8217;",
  "&lt;",
  "&lt;b&gt;",
  "&nosuch;",
  "{{ x.y }}",
  "(adsbygoogle = window.adsbygoogle || []).push({});",
  ".a-b{margin:0;color:red}",
  "bel](https://x.example/bell)l",
  "[edit]",
  "[7]",
  "/quay/&#8221; class=&#8221;x&#8221;&gt;quay",
  "Ã©",
  "â€™",
  "ÃƒÂ©",
  "â€",
  "Ã ",
  "\u0092",
  "\ufffd",
  "\ue00b",
  "\u200e",
  "\u2068",
  "\u2069",
  "\u00ad",
  "\u200b",
  "\ufeff",
  "\u200c",
  "e\u0301",
  "\u1112\u1161\u11ab",
  "\0",
  "\x1b[31m",
  "“",
  '"',
  ">",
  "<",
  "&",
  "[",
  "]",
  "=",
  '">',
  "&quot;",
  "class=",
  "\u00a0",
  "\u2028",
  "\t",
  "  ",
  "🏴‍☠️",
  "\ud83d",
  "ﬁ",
  "`x < y`",
];

/** Prose with debris stuck into it anywhere. */
const damaged: Arbitrary<string> = fc
  .tuple(prose, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...DEBRIS)), { maxLength: 4 }))
  .map(([text, hits]) =>
    hits.reduce((all, [at, debris]) => {
      const place = at % (all.length + 1);
      return all.slice(0, place) + debris + all.slice(place);
    }, text),
  );

const separator = fc.constantFrom("\n\n", "\n\n", "\n", "\r\n\r\n", "\r", "\n \n", "\n\n\n\n");

/** Text as scrapers leave it. */
export const documentOf: Arbitrary<string> = fc
  .array(fc.tuple(fc.oneof(damaged, prose, fc.constantFrom(...NOISE), fc.constantFrom(...DEBRIS)), separator), {
    maxLength: 12,
  })
  .map((parts) => parts.flat().join(""));

const ELEMENTS = [
  "p",
  "div",
  "li",
  "h2",
  "td",
  "article",
  "aside",
  "footer",
  "nav",
  "span",
  "pre",
  "blockquote",
  "table",
  "select",
];

/** Pages of the same pieces in random elements, closed or not. */
export const htmlPage: Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...ELEMENTS), fc.oneof(damaged, fc.constantFrom(...NOISE)), fc.boolean()), {
    maxLength: 14,
  })
  .map((parts) => {
    const body = parts.map(([name, text, closed]) => `<${name}>${text}${closed ? `</${name}>` : ""}`);
    return `<!doctype html><title>A page</title><body>${body.join("\n")}`;
  });

const OPENERS = [
  ...[
    "<ul>",
    "</ul>",
    "<ol>",
    "<ol start=4>",
    "</ol>",
    "<li>",
    "<li>",
    "<li value=7>",
    "</li>",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
  ],
  ...[
    "<blockquote>",
    "</blockquote>",
    "<p>",
    "<p>",
    "<h2>",
    "</h2>",
    "<h4>",
    "</h4>",
    "<pre>",
    "<pre><code class=language-js>",
  ],
  ...[
    "</pre>",
    "<table>",
    "<tr>",
    "<tr>",
    "<td>",
    "<td>",
    "<th>",
    "<td colspan=2>",
    "<td rowspan=2>",
    "</table>",
    "<br>",
  ],
  ...["<div>", "</div>", "<caption>"],
];
const SYNTAX = [
  ..."# - + 1. 2) > ``` ~~~ === --- * | *a* __b__ `c` [x] [y](z) &amp;amp; \\ \\* ![ [1]: ".split(" "),
  "  two\n    lines ",
  "\tindented",
];

/** Pages that nest what Markdown has marks for, with text that looks like such marks. */
export const nestedPage: Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...OPENERS), fc.constantFrom(...OPENERS), fc.constantFrom(...SYNTAX), sentence), {
    maxLength: 40,
  })
  .map((parts) => parts.join(""));

/** Text with marks of lists, headings, quotations and code, indented anyhow. */
export const markedText: Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom("", "", "  ", "    ", "\t"),
      fc.constantFrom(
        "",
        "",
        "- ",
        "* ",
        "• ",
        "1. ",
        "12) ",
        "# ",
        "### ",
        "> ",
        "> > ",
        ">",
        "```\n",
        "```js\n",
        "| a | ",
      ),
      fc.oneof(fc.constantFrom(...SYNTAX), sentence),
      fc.constantFrom("\n", "\n", "\n\n", "\r\n", "\n```\n", " |\n| --- | --- |\n"),
    ),
    { maxLength: 14 },
  )
  .map((lines) => lines.flat().join(""));
