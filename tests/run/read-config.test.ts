import { join } from "node:path";
import { expect, it } from "vitest";
import { UsageError } from "../../src/core/usage-error.ts";
import { readConfig } from "../../src/run/read-config.ts";
import { emptyFolder } from "../run-folder.ts";

const fileWith = (text: string): string => join(emptyFolder({ "dehusk.json": text }), "dehusk.json");

it("reads rules for sites", () => {
  const sites = { "news.example": { body: "article", drop: ".ad, .promo", title: "h1" } };
  const text = `\ufeff${JSON.stringify({ $schema: "node_modules/dehusk/schemas/config.schema.json", sites })}`;
  expect(readConfig(fileWith(text))).toEqual({ sites });
  expect(readConfig(fileWith("{}"))).toEqual({});
});

it.each([
  ["no JSON", '{\n  "sites": {,}\n}', /dehusk\.json:2:13: is no JSON: /],
  ["a list", "[]", /dehusk\.json:1:1: the whole: /],
  ["an unknown key", '{"site": {}}', /dehusk\.json:1:10: site: there is no such key/],
  [
    "an unknown field of a site",
    '{"sites": {"news.example": {"auther": "p"}}}',
    /:1:39: sites\["news\.example"\]\.auther: there is no such key/,
  ],
  ["a value that is no text", '{"sites": {"news.example": {"body": 4}}}', /:1:37: sites\["news\.example"\]\.body: /],
  ["an address for a host", '{"sites": {"https://a.example/": {}}}', /sites\["https:\/\/a\.example\/"\]: is no host/],
  ["a broken selector", '{"sites": {"*.a.example": {"drop": "p["}}}', /sites\["\*\.a\.example"\]\.drop: /],
])("refuses %s and names the place", (_, text, message) => {
  const file = fileWith(text);
  expect(() => readConfig(file)).toThrow(UsageError);
  expect(() => readConfig(file)).toThrow(message);
});

it("refuses a file that is not there", () => {
  expect(() => readConfig(join(emptyFolder(), "none.json"))).toThrow(/none\.json: .*ENOENT/);
});
