import { describe, expect, test } from "vitest";
import { sourceFailure, systemFailure } from "../../src/sources/failures.ts";
import { systemError } from "./temporary-folder.ts";

describe("systemFailure", () => {
  test.each([
    ["ENOENT", "vanished"],
    ["ENOTDIR", "vanished"],
    ["EACCES", "unreadable"],
    ["EPERM", "unreadable"],
    ["EIO", "unreadable"],
    ["EISDIR", "unreadable"],
    ["EMFILE", "unreadable"],
    ["ELOOP", "symlink-loop"],
    ["ERR_FS_FILE_TOO_LARGE", "too-large"],
  ])("%s is %s", (code, reason) => {
    expect(systemFailure(systemError(code), "a/b.html")).toMatchObject({ path: "a/b.html", reason });
  });

  test("names an unknown code, and never the absolute path", () => {
    const failure = systemFailure(systemError("EWEIRD"), "a.html");
    expect(failure).toMatchObject({ reason: "unreadable", message: '"a.html" could not be read (EWEIRD).' });
    expect(JSON.stringify(failure)).not.toContain("secret");
  });

  test("passes on what is no file-system error", () => {
    const defect = new TypeError("a defect");
    expect(() => systemFailure(defect, "a.html")).toThrow(defect);
  });
});

describe("sourceFailure", () => {
  test("is one sentence about the file or the record, and one about what to do", () => {
    expect(sourceFailure("broken-line", "a.jsonl", 3)).toEqual({
      path: "a.jsonl",
      record: 3,
      reason: "invalid-json",
      message: 'Record 3 of "a.jsonl" is not a line of valid JSON.',
      advice: "Correct or delete the line; each record has to be on one line.",
    });
    expect(sourceFailure("empty", "-").message).toBe("Standard input holds no text.");
    expect(sourceFailure("empty", "-", 2).message).toBe("Record 2 of standard input holds no text.");
  });
});
