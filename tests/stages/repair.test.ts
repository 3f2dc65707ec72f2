import { describe, expect, it } from "vitest";
import { cleanText } from "../../src/index.ts";

const clean = (text: string): string => cleanText(text, { title: "" }).text;
const untouched = (text: string): void => expect(cleanText(text, { title: "" })).toMatchObject({ text, ledger: [] });

describe("link debris", () => {
  it("is found again in what an earlier repair left", () => {
    expect(clean('A &quot; b/" class="c">d" class=&quot;e">f g.')).not.toMatch(/class|>/);
  });

  it.each([
    'He said "no">yes</no> and left.',
    'Set <a class="btn" href="/start">start</a> and reload.',
    'Type `x" class="y">z` to see it.',
  ])("leaves alone %s", (text) => {
    expect(cleanText(text, { title: "" }).ledger.filter(({ rule }) => rule.startsWith("repair/link"))).toEqual([]);
  });

  it("is repaired in a line that ends in a semicolon", () => {
    expect(clean('and the mill/" class="auto">mill shall pay;')).toBe("and the mill shall pay;");
  });
});

describe("link-case traces", () => {
  const link = 'To hollin/" class="x">hollin we go.';
  it.each([
    [`${link} In Hollin it rains.`, "To Hollin we go. In Hollin it rains."],
    [`${link} Hollin is wet.`, "To hollin we go. Hollin is wet."],
    [`${link} In Hollin the hollin grows.`, "To hollin we go. In Hollin the hollin grows."],
    [link, "To hollin we go."],
  ])("%s", (text, expected) => expect(clean(text)).toBe(expected));
});

describe("tags", () => {
  it.each([
    ["<p>One</p><p>Two</p>", "One Two"],
    ["It <b>was</b> so <em>late.", "It was so late."],
    ["It was <strong>late.", "It was <strong>late."],
    ["A<!-- x -->B<br>C", "AB C"],
    ["<p>So</p> for all x <b and y> c.", "So for all x <b and y> c."],
    ["Close the <b> tag.\n\n<p>One</p>", "Close the <b> tag.\n\n<p>One</p>"],
  ])("%s", (text, expected) => expect(clean(text)).toBe(expected));
});

describe("shortcodes", () => {
  it.each([
    ["[vc_row]A[/vc_row]", "A"],
    ["[box]A[/box] [box2]", "A [box2]"],
    ["A [gallery ids=”1,2”]", "A"],
    ['A [unknown key="v"] b', "A b"],
  ])("%s", (text, expected) => expect(clean(text)).toBe(expected));
  it.each(["He [sic] said [inaudible] [7].", "The [button] and the [quote] stayed.", "[The quay] was shut."])(
    "leaves alone %s",
    untouched,
  );
});

describe("entities", () => {
  it.each([
    ["A &amp;amp;amp; b", "A & b"],
    ["A&nbsp;b &eacute;", "A b é"],
    ["5 &lt; 7 &gt; 3", "5 < 7 > 3"],
    ["&#x41;&#66;", "AB"],
  ])("%s", (text, expected) => expect(clean(text)).toBe(expected));
  it.each(["A &lt;b&gt; c", "A&B; R&D", "&nosuch; &#;", "Write &amp; in HTML.", "AT&T&copy"])(
    "leaves alone %s",
    untouched,
  );
});
