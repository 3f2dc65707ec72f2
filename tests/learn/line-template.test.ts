import fc from "fast-check";
import { expect, it } from "vitest";
import { lineTemplate, runsOf, templateContext } from "../../src/learn/line-template.ts";

const context = templateContext({ title: "The Old Mill of Marrowby", lang: "de" });

it.each([
  ["↑ Back to Top!", "back to top"],
  ["ＭＥＮＵ", "menu"],
  ["12 Comments", "0 comments"],
  ["Updated: Monday, 3 March 2025, 10:45", "updated {date}"],
  ["Aktualisiert am Dienstag, 4. März 2025", "aktualisiert am {date}"],
  ["3 May 2025", "{date}"],
  ["May he rest", "may he rest"],
  ["Share “The old mill of Marrowby” now", "share {title} now"],
  ["The old mills of Marrowby", "the old mills of marrowby"],
  ["The Old Mill of Marrowby", ""],
  ["12.50", ""],
  ["★ ★ ★", ""],
  ["閲覧 12 回", "閲 覧 0 回"],
])("reads %s as %s", (line, template) => {
  expect(lineTemplate(line, context)).toBe(template);
});

it("knows no title of one word, and no language that is none", () => {
  expect(lineTemplate("Share Mill", templateContext({ title: "Mill", lang: "no such language" }))).toBe("share mill");
  expect(lineTemplate("Seen on 4 May", templateContext({ lang: "x-klingon" }))).toBe("seen on {date}");
});

it("gives the same for a template as for the line it was made of, but for the braces", () => {
  const word = fc.constantFrom("Share", "12", "May", "the", "Old", "mill", "of", "Marrowby", "März", "…", "ﬁn", "ⅷ");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const template = lineTemplate(words.join(" "), context);
      if (!template.includes("{")) expect(lineTemplate(template, context)).toBe(template);
    }),
  );
});

it.each([
  ["read also the ferry is late", ["read also the {}", "{} ferry is late"]],
  ["back to top", []],
  ["0 {date} {title} by anna", ["{} {title} by anna"]],
])("cuts %s to its opening and closing", (template, runs) => {
  expect(runsOf(template)).toEqual(runs);
});
