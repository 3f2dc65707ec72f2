import { describe, expect, it } from "vitest";
import { Lexicon } from "../../src/rules/lexicon.ts";
import { compilePack, type Pack, type PackRule, readPack } from "../../src/rules/pack.ts";
import { TitleJudge } from "../../src/rules/title-judge.ts";

const FRAME: Pack["frame"] = { headline: "A", first: "B.", last: "C." };
const NOT_TITLES: Pack["notTitles"] = { lines: ["key points"], openings: ["posted by"], dateWords: ["may", "at", "0"] };

function lexiconOf(...rules: Partial<PackRule>[]): Lexicon {
  const whole = rules.map(
    (rule, i): PackRule => ({
      id: `strip/rule-${"abc"[i]}`,
      summary: "a phrase",
      zones: ["tail"],
      phrases: [],
      changes: ["x"],
      leavesAlone: ["y"],
      ...rule,
    }),
  );
  return new Lexicon(compilePack({ language: "en", frame: FRAME, notTitles: NOT_TITLES, rules: whole }));
}

describe("a phrase", () => {
  const lexicon = lexiconOf({ phrases: ["leave a reply", "© 0 {}", "more from {site}", "follow {site} on x"] });

  it.each([
    ["» Leave a REPLY!", undefined],
    ["© 1999 The River Gazette Ltd", undefined],
    ["More from River Gazette", "river gazette"],
    ["Follow the River Gazette on X", "the river gazette"],
  ])("is known in %s", (line, site) => {
    expect(lexicon.match(line)).toMatchObject({ weak: false, rule: { id: "strip/rule-a" } });
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

describe("a row", () => {
  const share = { compound: true, phrases: ["share this", "share on x"], parts: ["print", "x"] };

  it("is made of phrases and parts of one rule", () => {
    const lexicon = lexiconOf(share, { phrases: ["follow us"] });
    expect(lexicon.match("Share this: X | Print")).toMatchObject({ weak: false });
    expect(lexicon.match("Print | Share on X")).toMatchObject({ weak: false });
    expect(lexicon.match("Share this Follow us")).toBeUndefined();
    expect(lexicon.match("Share this and print")).toBeUndefined();
  });

  it("is weak when it is made of parts alone", () => {
    expect(lexiconOf(share).match("X Print")).toMatchObject({ weak: true });
    expect(lexiconOf(share).match("Print")).toMatchObject({ weak: true });
  });

  it("gives way to a strong phrase of another rule", () => {
    expect(lexiconOf(share, { phrases: ["print"] }).match("Print")).toMatchObject({
      weak: false,
      rule: { id: "strip/rule-b" },
    });
  });
});

it("refuses phrases that begin with a slot", () => {
  expect(() => lexiconOf({ phrases: ["{} and more"] })).toThrow(TypeError);
});

it("tells section headings, credits, dates and addresses from headlines", () => {
  const judge = new TitleJudge([NOT_TITLES]);
  for (const line of ["Key Points:", "Posted by Ada Fenn", "12 May 2024", "https://mill.example/a"])
    expect(judge.isNoTitle(line), line).toBe(true);
  for (const line of ["Key Points of the Treaty", "May We Cross?", "Posted to Hollin", "—"])
    expect(judge.isNoTitle(line), line).toBe(false);
});

it("has each phrase of the English pack once in a rule, and folded", () => {
  for (const { id, phrases, parts = [] } of readPack("en").rules) {
    const all = [...phrases, ...parts];
    expect(new Set(all).size, id).toBe(all.length);
    for (const phrase of all) expect(phrase).toBe(phrase.toLowerCase());
  }
});
