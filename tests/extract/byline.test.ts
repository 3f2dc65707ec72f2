import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { authorName, joinNames, visibleName } from "../../src/extract/byline.ts";

describe("authorName", () => {
  it.each([
    ["By  Ann Baker", undefined, "Ann Baker"],
    ["by: Ann Baker", undefined, "Ann Baker"],
    ["Author: Ann Baker", undefined, "Ann Baker"],
    ["Von Ann Baker", "de", "Ann Baker"],
    ["Von Trapp", "en", "Von Trapp"],
    ["Par Ann Baker", "fr-CH", "Ann Baker"],
    ["Di Ann Baker", "it", "Ann Baker"],
    ["Door Ann Baker", "nl", "Ann Baker"],
    ["Byron Bay", "en", "Byron Bay"],
    ["<a href='/ann'>Ann Baker</a>", undefined, "Ann Baker"],
    ["J.R.R. Baker", undefined, "J.R.R. Baker"],
    ["Ann Baker,", undefined, "Ann Baker"],
    ["Редакция", "ru", "Редакция"],
  ])("%s (%s) is %s", (value, lang, name) => {
    expect(authorName(value, lang)).toBe(name);
  });

  it.each([
    ...["", "  ", "admin", "Administrator", "wpadmin", "editor", "null", "N/A", "--", "17", "By", "Von"],
    ...["@ann", "ann@bakers.example", "https://bakers.example/ann", "www.bakers.example", "bakers.example/ann"],
    "a".repeat(201),
  ])("%s names nobody", (value) => {
    expect(authorName(value)).toBeUndefined();
  });
});

describe("visibleName", () => {
  it.each([
    ["By Ann Baker | March 5, 2024", "Ann Baker"],
    ["Ann Baker • 3 min read", "Ann Baker"],
    ["Ann Baker – The Street", "Ann Baker"],
    ["Ann Baker and Ben Miller", "Ann Baker and Ben Miller"],
    ["山田花子", "山田花子"],
  ])("%s is %s", (line, name) => {
    expect(visibleName(line)).toBe(name);
  });

  it.each(["March 5, 2024", "3 comments", "Name *", "about the author", "Reviewed by Ann Baker", "Who wrote this?"])(
    "%s is no name",
    (line) => {
      expect(visibleName(line)).toBeUndefined();
    },
  );

  it("never throws", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.option(fc.string(), { nil: undefined }),
        (line, lang) => void visibleName(line, lang),
      ),
    );
  });
});

it("joins names and says none twice", () => {
  expect(joinNames(["Ann Baker", "ANN BAKER", "Ben"])).toBe("Ann Baker, Ben");
  expect(joinNames([])).toBeUndefined();
});
