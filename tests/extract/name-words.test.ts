import { expect, it } from "vitest";
import { nameWords, perName } from "../../src/extract/name-words.ts";

it("parts names at marks, digits and inner capitals", () => {
  expect(nameWords("siteNav-left2 HTMLBody__main")).toEqual(["site", "nav", "left", "html", "body", "main"]);
  expect(nameWords("42 –")).toEqual([]);
});

it("makes the value of a name once, and the same again after it was forgotten", () => {
  const made: string[] = [];
  const length = perName((name) => {
    made.push(name);
    return name.length;
  });
  expect([length("menu"), length("menu")]).toEqual([4, 4]);
  expect(made).toEqual(["menu"]);
  for (let i = 0; i < 20_000; i++) length(`other-${i}`);
  expect(length("menu")).toBe(4);
  expect(made.filter((name) => name === "menu")).toHaveLength(2);
});
