import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/core/usage-error.ts";
import { parseFields, presets } from "../../src/sinks/parse-fields.ts";
import { FieldSelector, sayField } from "../../src/sinks/select-fields.ts";

const record = {
  id: "a",
  source: { path: "x/y.html", url: "https://news.example/y" },
  text: "It rained.",
  removed: { byRule: { "strip/menu": 4 } },
};
const selected = (fields: string): unknown =>
  JSON.parse(JSON.stringify(new FieldSelector(parseFields(fields)).select(record)));

it("picks, renames and moves fields", () => {
  expect(selected("id, text,url=source.url,meta.path=source.path,meta.deep.menu=removed.byRule.strip/menu")).toEqual({
    id: "a",
    text: "It rained.",
    url: "https://news.example/y",
    meta: { path: "x/y.html", deep: { menu: 4 } },
  });
  expect(selected("source.url")).toEqual({ source: { url: "https://news.example/y" } });
});

it("has every column in every line, and in an object only what is known", () => {
  expect(selected("title,meta.title=title,meta.id=id,none.title=title")).toEqual({
    title: null,
    meta: { id: "a" },
    none: {},
  });
});

it("takes no name for more than a name", () => {
  const values = selected("__proto__.polluted=id,constructor=text") as Record<string, unknown>;
  expect(Object.keys(values)).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

describe("refuses", () => {
  it.each([
    ["titel", /no record can have the field "titel"; a record has schema, id, source, title/],
    ["url=source.uri", /"source\.uri"; source has path, record, url/],
    ["text.length", /"text\.length"; text has no fields/],
    ["__proto__", /"__proto__"/],
    ["id,id", /id and id cannot both/],
    ["meta=title,meta.lang=lang", /meta and meta\.lang cannot both/],
    ["", /"" names no field/],
    ["a=b=c", /names no field/],
    ["meta..x=id", /names no field/],
  ])("%s", (fields, message) => {
    expect(() => parseFields(fields)).toThrow(UsageError);
    expect(() => parseFields(fields)).toThrow(message);
  });
});

it.each(Object.entries(presets))("knows every field of the preset %s, and says it back", (_, fields) => {
  expect(parseFields(fields).map(sayField).join(",")).toBe(fields);
});
