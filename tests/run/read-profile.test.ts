import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/core/usage-error.ts";
import { jsonSchema } from "../../src/json-schemas.ts";
import type { Profile } from "../../src/learn/profile.ts";
import { readProfile } from "../../src/run/read-profile.ts";
import { checkProfileFile, writeProfile } from "../../src/run/write-profile.ts";
import { folderWith } from "./written-run.ts";

const PROFILE: Profile = {
  schema: "dehusk/profile/1",
  sources: {
    "quay.example": {
      pages: 20,
      lines: [
        {
          line: "0: yes",
          positions: ["head", "tail"],
          pages: 14,
          share: 0.7,
          examples: [{ document: "a.jsonl#3", before: "é: # “x”\u2028 ", text: "- 12: Yes\t", after: "'|\"" }],
        },
        { line: "null", keep: true },
      ],
    },
    "folder:.": { lines: [] },
  },
};

const yaml = (text: string): string => join(folderWith({ "p.yaml": text }), "p.yaml");
const START = "schema: dehusk/profile/1\nsources:\n";

it.each(["p.yaml", "p.yml", "p.json", "P.JSON"])("reads what it wrote to %s", (name) => {
  const folder = folderWith();
  const file = join(folder, name);
  writeProfile(file, PROFILE);
  expect(readProfile(file)).toEqual(PROFILE);
  expect(existsSync(join(folder, `.${name}.partial`))).toBe(false);
  const text = readFileSync(file, "utf8");
  expect(text).toContain("quay.example");
  if (/json$/i.test(name)) expect(new Ajv2020().compile(jsonSchema("profile") as object)(JSON.parse(text))).toBe(true);
  else expect(text).toMatch(/^# Furniture by source/);
});

it("reads what a person wrote", () => {
  const file = yaml(
    `\ufeff# mine\n${START}  quay.example:\n    lines:\n      - line: Back to Top!\n      - { line: "by {}" }\n`,
  );
  expect(readProfile(file).sources["quay.example"]?.lines).toEqual([{ line: "Back to Top!" }, { line: "by {}" }]);
});

describe("says where it is wrong", () => {
  it.each<[string, string, RegExp]>([
    ["no YAML", `${START}  a: [\n`, /p\.yaml:4:1: /],
    ["a tab", `${START}\ta: 1\n`, /p\.yaml:3:1: /],
    ["a key twice", `${START}  a: {lines: []}\n  a: {lines: []}\n`, /p\.yaml:4:3: .*unique/i],
    ["nothing", "", /p\.yaml:1:1: .*expected object/],
    ["another schema", "schema: dehusk/profile/2\nsources: {}\n", /p\.yaml:1:9: schema: .*dehusk\/profile\/1/],
    ["no sources", "schema: dehusk/profile/1\n", /p\.yaml:1:1: sources: /],
    [
      "an unknown key",
      `${START}  a:\n    lines: []\n    linse: []\n`,
      /p\.yaml:5:12: sources\.a\.linse: there is no such key/,
    ],
    [
      "a number for a line",
      `${START}  a:\n    lines:\n      - line: 12\n`,
      /p\.yaml:5:15: sources\.a\.lines\[0\]\.line: /,
    ],
    ["an unknown position", `${START}  a:\n    lines:\n      - line: x\n        positions: [top]\n`, /p\.yaml:6:21: /],
    ["a line that says nothing", `${START}  a:\n    lines:\n      - line: "!"\n`, /p\.yaml:5:15: .*has no word/],
    ["a title alone", `${START}  a: {lines: [{line: "{title} 0"}]}\n`, /p\.yaml:3:22: .*has no word/],
    ["a slot in the middle", `${START}  a: {lines: [{line: "a {} b"}]}\n`, /p\.yaml:3:22: .*only once, at one end/],
    ["two slots", `${START}  a: {lines: [{line: "{} b {}"}]}\n`, /p\.yaml:3:22: .*only once, at one end/],
    [
      "much of little",
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${"*a,".repeat(9)}*a]\nc: [${"*b,".repeat(20)}*b]\n`,
      /alias/,
    ],
  ])("%s", (_, text, message) => {
    const file = yaml(text);
    expect(() => readProfile(file)).toThrow(UsageError);
    expect(() => readProfile(file)).toThrow(message);
  });

  it("in JSON as well", () => {
    const file = join(folderWith({ "p.json": '{"schema": "dehusk/profile/1",\n "sources": {,}}' }), "p.json");
    expect(() => readProfile(file)).toThrow(/p\.json:2:14: /);
  });

  it("and of five faults at the most", () => {
    const file = yaml(`${START}  a:\n    lines: [${"{line: 1}, ".repeat(30)}]\n`);
    expect(() => readProfile(file)).toThrow(/^(?:[^;]*;){4}[^;]*$/);
  });
});

it("refuses files that cannot be a profile", () => {
  const folder = folderWith({ "d.yaml/x": "" });
  expect(() => checkProfileFile(join(folder, "p.txt"))).toThrow(/\.yaml, \.yml or \.json/);
  expect(() => checkProfileFile(join(folder, "d.yaml"))).toThrow(/is a folder/);
  expect(() => readProfile(join(folder, "none.yaml"))).toThrow(/none\.yaml: .*ENOENT/);
  expect(() => writeProfile(join(folder, "no/p.yaml"), PROFILE)).toThrow(/ENOENT/);
});
