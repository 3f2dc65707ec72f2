import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultFields, jsonRecord, parseJson } from "../../src/sources/json-record.ts";

function read(value: unknown, options: Partial<typeof defaultFields> = {}): unknown {
  return jsonRecord(value, "a.json", 1, { ...defaultFields, ...options });
}

const plain = { path: "a.json", record: 1, mediaType: "text/plain" };

describe("content", () => {
  test("is the HTML where there is any, else the text", () => {
    expect(read({ text: "x", html: "<p>y" })).toEqual({ ...plain, mediaType: "text/html", content: "<p>y" });
    for (const html of ["", " \n", null, 5, undefined])
      expect(read({ text: "x", html })).toEqual({ ...plain, content: "x" });
  });

  test("is text where both fields hold the same string only when the HTML is blank", () => {
    expect(read({ text: "same", html: "same" })).toMatchObject({ mediaType: "text/html" });
  });

  test("comes from the next known field when the text field is missing, in a fixed order", () => {
    const others = ["content", "body", "raw_content", "maintext", "article"];
    for (let i = 0; i < others.length; i++) {
      const value = Object.fromEntries(
        others
          .slice(i)
          .map((name) => [name, name])
          .reverse(),
      );
      expect(read(value)).toEqual({ ...plain, content: others[i] });
    }
    expect(read({ text: "", content: "x" })).toEqual({ ...plain, content: "x" });
    expect(read({ text: "x", content: "y" })).toEqual({ ...plain, content: "x" });
  });

  test("comes from no other field when one was named", () => {
    expect(read({ content: "x", text: "y" }, { textField: "words" })).toMatchObject({ reason: "no-text", record: 1 });
    expect(read({ words: "x" }, { textField: "words" })).toEqual({ ...plain, content: "x" });
    expect(read({ page: "<p>x" }, { htmlField: "page" })).toMatchObject({ mediaType: "text/html", content: "<p>x" });
  });

  test("is kept as it is, white space and lone surrogates included", () => {
    expect(read({ text: " x\ud800\n" })).toEqual({ ...plain, content: " x\ud800\n" });
  });

  test("that is missing or blank is a failure with its reason", () => {
    expect(read({})).toMatchObject({ reason: "no-text" });
    expect(read({ text: null, html: ["<p>"] })).toMatchObject({ reason: "no-text" });
    expect(read({ text: " \n" })).toMatchObject({ reason: "empty" });
    expect(read({}, { textField: "toString" })).toMatchObject({ reason: "no-text" });
  });

  test.each([[null], [42], ["text"], [[{ text: "x" }]], [true]])("%j is not an object", (value) => {
    expect(read(value)).toMatchObject({ path: "a.json", record: 1, reason: "invalid-json" });
  });
});

describe("other fields", () => {
  test("an id may be a string or a finite number", () => {
    expect(read({ text: "x", id: "a-1" })).toMatchObject({ id: "a-1" });
    expect(read({ text: "x", id: 0 })).toMatchObject({ id: "0" });
    expect(read({ text: "x", key: 1.5 }, { idField: "key" })).toMatchObject({ id: "1.5" });
    for (const id of ["", null, {}, Number.POSITIVE_INFINITY, true])
      expect(read({ text: "x", id })).not.toHaveProperty("id");
  });

  test("a URL is kept only when it is one of the web", () => {
    expect(read({ text: "x", url: " https://example.org/a?b=ü " })).toMatchObject({ url: "https://example.org/a?b=ü" });
    for (const url of ["example.org", "javascript:alert(1)", "ftp://example.org", "/a", "", 1, null])
      expect(read({ text: "x", url })).not.toHaveProperty("url");
  });

  test("a title is a string that is not blank", () => {
    expect(read({ text: "x", title: "T" })).toMatchObject({ title: "T" });
    for (const title of [" ", null, 4]) expect(read({ text: "x", title })).not.toHaveProperty("title");
  });
});

describe("parseJson", () => {
  test("keeps ids of more than 53 bits apart, in an object and in a list", () => {
    const one = '{"id":1234567890123456789,"n":1234567890123456789}';
    expect(parseJson(one, "id")).toEqual({ id: "1234567890123456789", n: 1234567890123456800 });
    expect(parseJson(`[${one},{"id":-9007199254740993}]`, "id")).toMatchObject([{}, { id: "-9007199254740993" }]);
    expect(parseJson('{"id":1e300}', "id")).toEqual({ id: 1e300 });
  });

  test("is JSON.parse for everything else, and undefined for what is not JSON", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(parseJson(json, "id")).toEqual(JSON.parse(json));
      }),
    );
    for (const broken of ["", "{", "{'a':1}", "undefined", '{"a":1}{"a":2}'])
      expect(parseJson(broken, "id")).toBeUndefined();
  });
});
