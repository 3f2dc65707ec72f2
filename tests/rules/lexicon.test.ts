import { describe, expect, it } from "vitest";
import { CLASSES, type ClassName } from "../../src/rules/classes.ts";
import { Lexicon } from "../../src/rules/lexicon.ts";
import { compilePack, type Pack, type PackClass } from "../../src/rules/pack.ts";
import { TitleJudge } from "../../src/rules/title-judge.ts";

const NOT_TITLES: Required<Pack>["notTitles"] = {
  lines: ["key points"],
  openings: ["posted by"],
  dateWords: ["may", "at", "0"],
};

function rulesOf(classes: { readonly [name in ClassName]?: Partial<PackClass> }): ReturnType<typeof compilePack> {
  const whole = Object.entries(classes).map(([name, phrases]) => [
    name,
    { changes: ["x"], leavesAlone: ["y"], ...phrases },
  ]);
  const frame = { headline: "A", first: "B.", last: "C." };
  return compilePack({ language: "en", frame, notTitles: NOT_TITLES, classes: Object.fromEntries(whole) });
}

const lexiconOf = (classes: Parameters<typeof rulesOf>[0]): Lexicon => new Lexicon(rulesOf(classes));

describe("a phrase", () => {
  const lexicon = lexiconOf({
    related: { phrases: ["leave a reply", "© 0 {}", "more from {site}", "follow {site} on x"] },
  });

  it.each([
    ["» Leave a REPLY!", undefined],
    ["© 1999 The River Gazette Ltd", undefined],
    ["More from River Gazette", "river gazette"],
    ["Follow the River Gazette on X", "the river gazette"],
  ])("is known in %s", (line, site) => {
    expect(lexicon.match(line)).toMatchObject({ weak: false, rule: { rule: { id: "strip/related" } } });
    expect(lexicon.match(line)?.site).toBe(site);
  });

  it.each([
    "Leave a reply with the porter",
    "leave",
    "© 1999",
    "More from one two three four five six",
    "",
    `Leave a reply${" ".repeat(300)}`,
  ])("is not known in %s", (line) => expect(lexicon.match(line)).toBeUndefined());
});

describe("a label", () => {
  const lexicon = lexiconOf({ "read-also": { weak: ["read also: {}", "延伸: {}"] } });
  const long = "Ferry prices to rise for all but those who live on one of the nine islands of the sound";

  it.each([
    `Read also: ${long}`,
    `READ ALSO | ${long}`,
    `» Read also – ${long}`,
    "延伸：渡輪票價將上漲",
    "延伸｜渡輪票價將上漲",
    "延伸／渡輪票價",
    "延伸＝渡輪票價",
  ])("takes the rest of %s", (line) => expect(lexicon.match(line)).toMatchObject({ weak: true }));

  it.each(["Read also about the ferry", "Read also:", "Read: also the ferry", "延伸閱讀：渡輪票價將上漲"])(
    "needs its mark and something behind it: %s",
    (line) => expect(lexicon.match(line)).toBeUndefined(),
  );
});

describe("a slot", () => {
  it.each([
    ["the post {title} appeared first on {site}", `The post ${"a ".repeat(25)}appeared first on Quay`, true],
    ["the post {title} appeared first on {site}", `The post ${"a ".repeat(26)}appeared first on Quay`, false],
    ["更新于{}分钟前", "更新于 5 分钟前", true],
    ["更新于{}分钟前", `更新于${"水".repeat(24)}分钟前`, true],
    ["更新于{}分钟前", `更新于${"水".repeat(25)}分钟前`, false],
  ])("of %s has room for so much: %s", (phrase, line, fits) => {
    expect(lexiconOf({ related: { phrases: [phrase] } }).match(line) !== undefined).toBe(fits);
  });

  it("is given up where phrases of slots alone would cost their product", () => {
    const slots = ["{}", "{title}", "{site}"];
    const phrases = slots.flatMap((a) => slots.flatMap((b) => slots.map((c) => `a ${a} a ${b} a ${c} b`)));
    const lexicon = lexiconOf({ share: { phrases: [...phrases, "a"] } });
    expect(lexicon.match("a ".repeat(5))).toBeDefined();
    expect(lexicon.match("a ".repeat(130))).toBeUndefined();
  });
});

describe("spellings", () => {
  it.each([
    ["ilgili yazılar", "İLGİLİ YAZILAR"],
    ["διαβάστε επίσης", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ"],
    ["прочтёте позже", "Прочтете позже"],
    ["weiter schließen", "WEITER SCHLIESSEN"],
    ["citește și", "Citeşte şi"],
    ["بیشتر بخوانید", "بيشتر بخوانيد"],
    ["مزید خبریں", "مزيد خبريں"],
    ["یہ بھی پڑھیں", "يه بھي پڑھيں"],
    ["اقرأ أيضًا", "اقرا ايضا"],
    ["اقرأ أيضا", "اقرأ أيضًا"],
    ["اقرأ أيضًا", "اقرأ أيضاً"],
    ["اشترك في النشرة", "اشترك فى النشره"],
    ["شارك على فيسبوك", "شـــارك علي فيسبوك"],
    ["نوشته‌های تازه", "نوشته های تازه"],
    ["نوشتهٔ بعدی", "نوشته بعدی"],
    ["ताज़ा ख़बरें", "ताजा खबरें"],
    ["ज़्यादा पढ़ें", "ज्यादा पढें"],
    ["टिप्पणियाँ", "टिप्पणियां"],
    ["সর্বশেষ বিষয়", "সর্বশেষ বিষ\u09df"],
    ["צולם ע״י", 'צולם ע"י'],
    ["シェアする", "ｼｪｱする"],
    ["0 comments", "1,234 Comments"],
    ["コメントする", "コメント する"],
  ])("of %s: %s", (phrase, line) => {
    expect(lexiconOf({ related: { phrases: [phrase] } }).match(line)).toBeDefined();
  });

  it.each([
    ["ilgili yazilar", "ilgili yazılar"],
    ["ban tin", "bản tin"],
    ["πότε", "ποτέ"],
    ["ecouter", "écouter"],
    ["क", "कि"],
    ["ספר", "סֵפֶר"],
    ["اقرا", "اقرأ"],
    ["ताजा", "ताज़ा"],
    ["ہے", "ھے"],
    ["masse", "mase"],
  ])("keep %s and %s apart", (phrase, line) => {
    expect(lexiconOf({ related: { phrases: [phrase] } }).match(line)).toBeUndefined();
  });
});

describe("a row", () => {
  const share = { phrases: ["share this", "share on x"], weak: ["print", "x"] };

  it("is made of phrases of one class, weak and strong", () => {
    const lexicon = lexiconOf({ share, "follow-us": { phrases: ["follow us"] } });
    expect(lexicon.match("Share this: X | Print")).toMatchObject({ weak: false });
    expect(lexicon.match("Print | Share on X")).toMatchObject({ weak: false });
    expect(lexicon.match("Share this Follow us")).toBeUndefined();
    expect(lexicon.match("Share this and print")).toBeUndefined();
  });

  it("is weak when all of its phrases are", () => {
    expect(lexiconOf({ share }).match("X Print")).toMatchObject({ weak: true });
    expect(lexiconOf({ share }).match("Print")).toMatchObject({ weak: true });
  });

  it("gives way to a strong phrase of another class", () => {
    expect(lexiconOf({ share, popular: { phrases: ["print"] } }).match("Print")).toMatchObject({
      weak: false,
      rule: { rule: { id: "strip/popular" } },
    });
  });
});

it.each(["{} and more", "{site}", "?!", "a {} b {} c {} d {}", "a {name}", "a {", ": {}"])(
  "refuses the phrase “%s”, and names the rule",
  (phrase) => expect(() => lexiconOf({ related: { phrases: [phrase] } })).toThrow(/^strip\/related: /),
);

it("takes of a foreign language what is furniture everywhere", () => {
  const foreign = rulesOf({ share: { everywhere: ["share on x"], phrases: ["teilen"], weak: ["x"] } });
  const lexicon = new Lexicon([], foreign);
  expect(lexicon.match("Share on X")).toMatchObject({ weak: false });
  expect(lexicon.match("Teilen")).toBeUndefined();
});

it("refuses strong phrases of a class that has none in any language", () => {
  for (const [name, behaviour] of Object.entries(CLASSES)) {
    const make = (): Lexicon => lexiconOf({ [name]: { phrases: ["a"] } });
    if (behaviour.onlyWeak) expect(make, name).toThrow(TypeError);
    else expect(make, name).not.toThrow();
  }
});

it("tells section headings, credits, dates and addresses from headlines", () => {
  const judge = new TitleJudge([NOT_TITLES]);
  for (const line of ["Key Points:", "Posted by Ada Fenn", "12 May 2024", "https://mill.example/a"])
    expect(judge.isNoTitle(line), line).toBe(true);
  for (const line of ["Key Points of the Treaty", "May We Cross?", "Posted to Hollin", "—"])
    expect(judge.isNoTitle(line), line).toBe(false);
});

it("reads dates of scripts without spaces", () => {
  const judge = new TitleJudge([
    { lines: [], openings: ["เขียนโดย"], dateWords: ["มีนาคม", "น.", "年", "月", "日", "0"] },
  ]);
  for (const line of ["12 มีนาคม 2567 10.30 น.", "2024年3月12日", "เขียนโดยสมชาย"])
    expect(judge.isNoTitle(line), line).toBe(true);
  for (const line of ["มีนาคมนี้น้ำลด", "มีนา", "日月潭水位下降"]) expect(judge.isNoTitle(line), line).toBe(false);
});
