import { describe, expect, it } from "vitest";
import { cleanText } from "../../src/index.ts";

const A = "The swing bridge at Hollin was opened again on Thursday, nine months after the barge.";
const B = "Two hundred people walked across in the first hour, most of them with bicycles in hand.";
const join = (...blocks: string[]): string => blocks.join("\n\n");
const clean = (...blocks: string[]): string => cleanText(join(...blocks)).text;

describe("stock lines", () => {
  it.each([
    ["above", [join("Share this article", A, B), join("BREAKING NEWS", A, B), join("ADVERTISEMENT", A, B)]],
    ["below", [join(A, B, "Leave a Reply"), join(A, B, "Share", "Print"), join(A, B, "Most Read", "A goat")]],
    ["between", [join(A, "ADVERTISEMENT", B), join(A, "Subscribe to our newsletter", B)]],
  ])("go %s the text", (_, documents) => {
    for (const text of documents) expect(cleanText(text).text).toBe(join(A, B));
  });

  it.each([
    "Learn more:",
    "Pinterest",
    "Instagram and Facebook",
    "Advertising",
    "Up next",
    "Most Popular",
    "Privacy policy",
  ])("leave the heading “%s” between paragraphs", (line) => expect(clean(A, line, B)).toBe(join(A, line, B)));

  it("announce a list beside the text, not one that is the page", () => {
    const teasers = (count: number): string[] =>
      Array.from({ length: count }, (_, i) => `A goat on the quay, part ${i}`);
    const story = Array.from({ length: 12 }, (_, i) => A.replace("nine months", `${i + 10} months`));
    expect(clean(...story, "Most Read", ...teasers(24))).toBe(join(...story));
    expect(clean(...story, "Most Read", ...teasers(25))).toContain(join(...teasers(25)));
  });

  it("stay in a list that is made of such words", () => {
    expect(clean("Facebook", "Print", "Share")).toBe(join("Facebook", "Print", "Share"));
  });

  it("go with weak ones beside them, in both directions", () => {
    expect(clean(A, B, "Name *", "Email *", "Leave a Reply", "Website")).toBe(join(A, B));
    expect(clean(A, B, "Name *", "A goat on the bridge", "Leave a Reply")).toBe(
      join(A, B, "Name *", "A goat on the bridge"),
    );
  });
});

it.each([
  [
    "zh",
    "柳湾旧码头从星期一起停航，船只暂时改停北岸，主任说。",
    "修补工程预计在月底以前动工，费用还没有定下来。",
    "订阅我们的电子报。",
    "",
  ],
  [
    "fa",
    "اسکله قدیمی مرسا از روز دوشنبه بسته شد و قایق‌ها به ساحل شمالی رفتند.",
    "هزینه کار هنوز روشن نیست، رئیس بندر گفت؟",
    "در خبرنامه ما عضو شوید.",
    " ",
  ],
])("stock sentences of %s end the last paragraph", (_, first, last, stock, space) => {
  expect(cleanText(join(first, last + space + stock)).text).toBe(join(first, last));
});

describe("the site's name", () => {
  it("is learned from a line that names the site", () => {
    expect(clean("The River Gazette", "Bridge Opens", A, B, "More from River Gazette", "RiverGazette | News")).toBe(
      join(A, B),
    );
  });
  it("is learned from the address", () => {
    expect(cleanText(join(A, B, "River Gazette"), { url: "https://www.river-gazette.example/a" }).text).toBe(
      join(A, B),
    );
  });
  it("is not guessed", () => expect(clean(A, B, "River Gazette – News")).toBe(join(A, B, "River Gazette – News")));
});

describe("titles", () => {
  it.each([
    ["Bridge Opens Again", "Bridge Opens Again"],
    ["Who Drew It?", "Who Drew It?"],
    ["Key Takeaways", undefined],
    ["Thursday, 6 June 2024", undefined],
    ["Posted by Wilma Tern", undefined],
    ["Dear Wilma,", undefined],
    ["Politics", undefined],
    ["- bread", undefined],
    ["https://mill.example/", undefined],
  ])("%s", (line, title) => expect(cleanText(join(line, A, B)).title).toBe(title));

  it("may be longer than most paragraphs", () => {
    const title = "Deputy Minister of Works and the Keeper of the Northern Toll ".repeat(4).trim();
    expect(title.length).toBeGreaterThan(200);
    expect(cleanText(join(title, `${A} ${B}`, B, A)).title).toBe(title);
  });
});

it("lifts a title that stands there twice as a whole", () => {
  const title = "Quay at Port Ellery to Stay Shut";
  const prose = "The quay was shut on Monday, and nobody could say for how long it would be.";
  const cleaned = cleanText(`${title}\n\n${title}\n\n${prose}`);
  expect(cleaned).toMatchObject({ title, text: prose });
  expect(cleanText(`${title}\n\n${title} Again\n\n${prose}`).text).toBe(`${title} Again\n\n${prose}`);
});

describe("truncation", () => {
  it.each([`${A} The rest [+12 chars]`, `${A} The rest […]`, `${A} The rest (...)`])("drops the mark of %s", (text) => {
    expect(cleanText(text)).toMatchObject({ text: `${A} The rest`, flags: ["truncated"] });
  });
  it("keeps an ellipsis and flags it", () => {
    expect(cleanText(`${A} The rest of the…`)).toMatchObject({
      text: `${A} The rest of the…`,
      flags: ["truncated"],
      ledger: [],
    });
  });
  it.each([`${A} And nothing else`, `“Well …”, she said. ${A}`, "On and on…"])("sees none in %s", (text) => {
    expect(cleanText(text).flags).toEqual([]);
  });
});
