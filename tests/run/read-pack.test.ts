import { join } from "node:path";
import { expect, it } from "vitest";
import { UsageError } from "../../src/core/usage-error.ts";
import { readPack } from "../../src/run/read-pack.ts";
import { emptyFolder } from "../run-folder.ts";

const fileWith = (text: string): string => join(emptyFolder({ "ours.json": text }), "ours.json");
const packWith = (classes: unknown): string => `{\n  "language": "en",\n  "classes": ${JSON.stringify(classes)}\n}`;

it("reads phrases of classes", () => {
  const pack = { language: "pt-BR", classes: { related: { phrases: ["mais do porto"], weak: ["porto: {}"] } } };
  const text = `\ufeff${JSON.stringify({ $schema: "node_modules/dehusk/schemas/pack.schema.json", ...pack })}`;
  expect(readPack(fileWith(text))).toEqual(pack);
});

it.each([
  ["no JSON", '{\n\t"language": "en",\n}', /ours\.json:3:1: is no JSON: /],
  ["half a file", '{"language": "en"', /ours\.json:1:18: is no JSON: /],
  ["a list", "[]", /ours\.json:1:1: the whole: /],
  ["no classes", '{"language": "en"}', /ours\.json:1:1: classes: /],
  ["a class that is none", packWith({ banner: {} }), /ours\.json:3:24: classes\.banner: there is no such key/],
  ["a key that is none", packWith({ share: { phrase: [] } }), /ours\.json:3:33: classes\.share\.phrase: there is/],
  ["a phrase that is no text", packWith({ share: { phrases: [4] } }), /:3:35: classes\.share\.phrases\[0\]: /],
  ["a phrase without words", packWith({ share: { phrases: ["…"] } }), /:3:35: .*has no words/],
  ["a phrase that begins with a slot", packWith({ share: { weak: ["a b", "{} on"] } }), /:3:38: .*begins with a slot/],
  ["a pattern in the place of a phrase", packWith({ share: { phrases: ["(a+){9}b"] } }), /a brace that is no slot/],
  [
    "strong phrases of a weak class",
    packWith({ tags: { phrases: ["a"] } }),
    /classes\.tags\.phrases: .*weak phrases only/,
  ],
  [
    "a phrase in two classes",
    packWith({ share: { phrases: ["a b"] }, tags: { weak: ["A, b!"] } }),
    /in share\.phrases as well/,
  ],
  ["a language that is none", '{"language": "English, mostly", "classes": {}}', /ours\.json:1:14: language: /],
])("refuses %s and names the place", (_, text, message) => {
  const file = fileWith(text);
  expect(() => readPack(file)).toThrow(UsageError);
  expect(() => readPack(file)).toThrow(message);
});

it("names all that is wrong at once", () => {
  const file = fileWith(packWith({ share: { phrases: ["{}", "{}"] }, tags: { phrases: [] } }));
  expect(() => readPack(file)).toThrow(/\[0\].*; .*\[1\].*; .*classes\.tags/);
});
