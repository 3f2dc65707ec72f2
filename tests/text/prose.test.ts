import { describe, expect, it } from "vitest";
import { hasSentence, isProse, looksLikeTitle } from "../../src/text/prose.ts";
import { slugOf } from "../../src/text/slug.ts";
import { zonesOf } from "../../src/text/zones.ts";

const SENTENCE = "The bridge was opened again on Thursday, nine months after the barge.";

describe("prose", () => {
  it.each([SENTENCE, `“${SENTENCE}”`, "木曜日に旋回橋がふたたび開き、多くの人が渡った。", "x".repeat(200)])(
    "%s",
    (text) => expect(isProse(text)).toBe(true),
  );
  it.each(["", "Bridge opens.", "Swing Bridge at Hollin Opens Again After Nine Long Months of Rain", "木曜日に。"])(
    "not: %s",
    (text) => expect(isProse(text)).toBe(false),
  );
  it("takes a long headline for prose only by its length", () => {
    const headline = "Swing Bridge at Hollin Opens Again and ".repeat(6).trim();
    expect(isProse(headline)).toBe(true);
    expect(hasSentence(headline)).toBe(false);
  });
});

describe("titles", () => {
  it.each(["Swing Bridge Opens", "Who Drew It?", "“Enough!”", "旋回橋ふたたび開く", "St. Mary Bridge Opens"])(
    "%s",
    (text) => expect(looksLikeTitle(text)).toBe(true),
  );
  it.each(["It opened.", "Dear Ada,", "Note:", "2024", "—", "It was… late…", "x".repeat(251), "終わり。"])(
    "not: %s",
    (text) => expect(looksLikeTitle(text)).toBe(false),
  );
});

it("finds where the running text begins and ends", () => {
  const blocks = (...texts: string[]) => texts.map((text) => ({ kind: "paragraph", text }));
  expect(zonesOf(blocks("News", SENTENCE, "x", SENTENCE, "End"))).toEqual({ first: 1, last: 3 });
  expect(zonesOf(blocks("News", "End"))).toEqual({ first: 2, last: -1 });
  expect(zonesOf([])).toEqual({ first: 0, last: -1 });
  expect(zonesOf([{ kind: "code", text: "x" }])).toEqual({ first: 0, last: 0 });
});

it("writes a text as an address would", () => {
  expect(slugOf("The Miller’s Wheel — Again!")).toBe("the-millers-wheel-again");
  expect(slugOf("Größe 7 / озеро")).toBe("größe-7-озеро");
  expect(slugOf("…")).toBe("");
});
