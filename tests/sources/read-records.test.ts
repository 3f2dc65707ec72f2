import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Input } from "../../src/core/source.ts";
import { type FileAccess, nodeFiles } from "../../src/sources/file-access.ts";
import { defaultFields } from "../../src/sources/json-record.ts";
import { maxTextBytes } from "../../src/sources/max-text-bytes.ts";
import { readInput } from "../../src/sources/read-records.ts";
import { systemError, temporaryFolder } from "./temporary-folder.ts";

const options = { fields: defaultFields };

function read(path: string, content: string | Uint8Array): unknown[] {
  const folder = temporaryFolder({ [path]: content });
  return [...readInput(inputAt(folder, path), options)];
}

function inputAt(folder: string, path: string): Input {
  return { path, file: join(folder, path), bytes: 1 };
}

function readWith(fs: Partial<FileAccess>): unknown[] {
  const access = { ...nodeFiles, stat: () => ({ kind: "file", bytes: 5 }) as const, ...fs };
  return [...readInput({ path: "a.html", file: "/secret/a.html", bytes: 5 }, options, access)];
}

describe("one document a file", () => {
  test.each([
    ["a.txt", "Plain.", "text/plain"],
    ["b/a.MD", "# Title", "text/markdown"],
    ["a.html", "<p>Hi", "text/html"],
    ["page", "<!doctype html><p>Hi", "text/html"],
    ["notes", "{ no JSON", "text/plain"],
  ])("%s", (path, text, mediaType) => {
    expect(read(path, text)).toEqual([{ path, mediaType, content: Buffer.from(text) }]);
  });

  test("hands on bytes that are no UTF-8 as they are", () => {
    const content = Buffer.of(0xe9, 0xff, 0);
    expect(read("a.txt", content)).toEqual([{ path: "a.txt", mediaType: "text/plain", content }]);
  });
});

describe("JSON", () => {
  test("an object is one document without a number", () => {
    const json = '\ufeff{"id": 7, "text": "x", "url": "https://example.org", "title": "T"}';
    const fields = { id: "7", content: "x", url: "https://example.org", title: "T" };
    expect(read("a.json", json)).toEqual([{ path: "a.json", mediaType: "text/plain", ...fields }]);
  });

  test("a list is one document an element, and a bad element spoils only itself", () => {
    expect(read("a.json", '[{"text":"x"}, 5, {"n":1}, {"html":"<p>"}]')).toMatchObject([
      { record: 1, content: "x" },
      { record: 2, reason: "invalid-json" },
      { record: 3, reason: "no-text" },
      { record: 4, mediaType: "text/html" },
    ]);
  });

  test.each([
    ["broken", '{"text": "x"', "invalid-json"],
    ["lines in a file called .json", '{"text":"x"}\n{"text":"y"}', "invalid-json"],
    ["a bare string", '"text"', "invalid-json"],
    ["not UTF-8", Buffer.from('{"text":"caf\xe9"}', "latin1"), "undecodable"],
    ["UTF-16 with a BOM", Buffer.from('\ufeff{"text":"x"}', "utf16le"), "undecodable"],
    ["blank", " \n", "empty"],
    ["an empty list", "[]", "empty"],
  ])("%s is one failure", (_, content, reason) => {
    const failures = read("a.json", content);
    expect(failures).toMatchObject([{ path: "a.json", reason }]);
    expect(failures[0]).not.toHaveProperty("record");
  });
});

describe("JSON Lines", () => {
  test("by ending or by content, numbered by line", () => {
    const lines = '{"text":"x"}\n\n{"text":\n{"text":"y"}\n';
    for (const path of ["a.jsonl", "part-00000"])
      expect(read(path, lines)).toMatchObject([
        { path, record: 1, content: "x" },
        { path, record: 3, reason: "invalid-json" },
        { path, record: 4, content: "y" },
      ]);
  });

  test("nothing but blank lines is accounted for", () => {
    expect(read("a.jsonl", "\n \n")).toMatchObject([{ path: "a.jsonl", reason: "empty" }]);
  });
});

describe("what cannot be read", () => {
  test("a file of no bytes", () => {
    for (const path of ["a.txt", "a.json", "a.jsonl", "a"])
      expect(read(path, "")).toMatchObject([{ path, reason: "empty" }]);
  });

  test("a file that is gone, or became a folder", () => {
    const folder = temporaryFolder({ "a.txt": "x" });
    const input = inputAt(folder, "a.txt");
    rmSync(input.file);
    expect([...readInput(input, options)]).toMatchObject([{ path: "a.txt", reason: "vanished" }]);
    mkdirSync(input.file);
    expect([...readInput(input, options)]).toMatchObject([{ path: "a.txt", reason: "unreadable" }]);
  });

  test("a file that became a pipe is not waited for", ({ skip }) => {
    const input = inputAt(temporaryFolder(), "a.txt");
    try {
      execFileSync("mkfifo", [input.file]);
    } catch {
      skip("no mkfifo on this system");
    }
    expect([...readInput(input, options)]).toMatchObject([{ path: "a.txt", reason: "unreadable" }]);
  });

  test.each([
    ["ENOENT", "vanished"],
    ["EACCES", "unreadable"],
    ["EIO", "unreadable"],
    ["EISDIR", "unreadable"],
  ])("%s while reading is %s, and says nothing of this machine", (code, reason) => {
    const items = readWith({
      read() {
        throw systemError(code);
      },
    });
    expect(items).toMatchObject([{ path: "a.html", reason }]);
    expect(JSON.stringify(items)).not.toContain("secret");
  });

  test("a file beyond the limit is never read", () => {
    const neverRead = (): never => {
      throw new Error("read");
    };
    const tooLarge = readWith({ stat: () => ({ kind: "file", bytes: maxTextBytes + 1 }), read: neverRead });
    expect(tooLarge).toMatchObject([{ path: "a.html", reason: "too-large" }]);
    expect(() => readWith({ stat: () => ({ kind: "file", bytes: maxTextBytes }), read: neverRead })).toThrow("read");
  });

  test("a file that is emptied between its size and its content", () => {
    expect(readWith({ read: () => new Uint8Array() })).toMatchObject([{ reason: "empty" }]);
  });

  test("names are passed on as they are", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a\n😀.txt"), "x");
    expect([...readInput(inputAt(folder, "a\n😀.txt"), options)]).toMatchObject([{ path: "a\n😀.txt" }]);
  });
});
