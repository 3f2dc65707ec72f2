import { describe, expect, it } from "vitest";
import { findDebris } from "../../src/text/attribute-debris.ts";

/** The text without its sites. */
function repaired(text: string): string {
  const sites = [...findDebris(text)];
  return sites.reduceRight((all, { start, end }) => all.slice(0, start) + all.slice(end), text);
}

describe("debris with attributes", () => {
  it.each([
    ['To tarn/" class="auto">tarn at noon.', "To tarn at noon."],
    ["To tarn/” class=”auto”>tarn at noon.", "To tarn at noon."],
    ["To tarn/“ class=“auto“>tarn at noon.", "To tarn at noon."],
    ["To tarn/″ class=″auto″>tarn at noon.", "To tarn at noon."],
    ["To tarn/&quot; class=&quot;auto&quot;>tarn at noon.", "To tarn at noon."],
    ['To a-b-c/" class="x" title="📰 A & B, c">internal-link">tarn.', "To tarn."],
    ['To a-b/" class="x">one">two" rel="tag">tarn.', "To tarn."],
    ['(see rail/" class="x">rail works)', "(see rail works)"],
    ['sent—rail/" class="x">by rail', "sent—by rail"],
    ['rail/" class="x">Rail first', "Rail first"],
    ['and last rail/" class="x">', "and last "],
    ['To tarn/" class="x" / >tarn.', "To tarn."],
    ['To " class="x">tarn.', "To tarn."],
    ['A a/" class="x">b and c/" id="y">d.', "A b and d."],
    ['To tärn-озеро/" data-id="7" aria-label="x">tärn.', "To tärn."],
  ])("%s", (text, clean) => {
    expect(repaired(text)).toBe(clean);
    for (const { start, quote, end } of findDebris(text)) {
      expect(start).toBeLessThanOrEqual(quote);
      expect(quote).toBeLessThan(end);
    }
  });
});

it("reports the weak form without attributes, for others to prove", () => {
  expect([...findDebris('To /places/tarn">tarn.')]).toEqual([{ start: 3, quote: 15, end: 17, attributes: 0 }]);
});

describe("near misses", () => {
  it.each([
    'Set <a class="btn" href="/start">start</a> and reload.',
    'The attribute reads href="start" class="btn">, and that is all.',
    'class="btn" title="two" and no bracket',
    "width > 40 and height < 90, or a > b",
    '"No," she said > and left.',
    "“Nobody” > “somebody”, he wrote.",
    '<img src="/a.png" alt="a" class="wide">',
    'x" onclick-nothing">y z" unknown="1">w',
  ])("%s", (text) => {
    expect([...findDebris(text)].filter(({ attributes }) => attributes > 0)).toEqual([]);
  });
});
