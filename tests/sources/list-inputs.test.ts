import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FolderAccess, nodeFolders } from "../../src/sources/file-access.ts";
import { type Listing, listInputs } from "../../src/sources/list-inputs.ts";
import { systemError, temporaryFolder } from "./temporary-folder.ts";

function pathsOf({ inputs }: Listing): string[] {
  return inputs.map(({ path }) => path);
}

function failuresOf({ failures }: Listing): string[] {
  return failures.map(({ path, reason, message }) => `${path}: ${reason}: ${message}`);
}

function failingAt(suffix: string, method: keyof FolderAccess, code: string): FolderAccess {
  const refuse = (file: string): Promise<never> | undefined =>
    file.endsWith(suffix) ? Promise.reject(systemError(code)) : undefined;
  const instead = { [method]: (file: string) => refuse(file) ?? nodeFolders[method](file) };
  return { ...nodeFolders, ...instead };
}

describe("paths", () => {
  test("are relative to the one folder, recursive, sorted by code unit, with sizes", async () => {
    const folder = temporaryFolder({
      "b.txt": "four",
      "B.txt": "",
      "ä.txt": "x",
      "a/z.html": "<p>",
      "a/b/c.md": "",
      "a-b": "",
    });
    const listing = await listInputs([folder]);
    expect(listing.root).toBe(folder);
    expect(pathsOf(listing)).toEqual(["B.txt", "a-b", "a/b/c.md", "a/z.html", "b.txt", "ä.txt"]);
    expect(listing.inputs[4]).toEqual({ path: "b.txt", file: join(folder, "b.txt"), bytes: 4 });
    expect(listing.failures).toEqual([]);
  });

  test("sort an emoji by its surrogates, before the private use area", async () => {
    const folder = temporaryFolder({ "\u{1f600}": "", "\ue000": "" });
    expect(pathsOf(await listInputs([folder]))).toEqual(["\u{1f600}", "\ue000"]);
  });

  test("keep a new line, an emoji and a backslash in a name", async () => {
    const folder = temporaryFolder({ "a\nb.txt": "", "😀/ü \\.txt": "" });
    expect(pathsOf(await listInputs([folder]))).toEqual(["a\nb.txt", "😀/ü \\.txt"]);
  });

  test("of one file are relative to its folder", async () => {
    const folder = temporaryFolder({ "a/b.txt": "", "a/c.txt": "" });
    const listing = await listInputs([join(folder, "a/b.txt")]);
    expect([listing.root, pathsOf(listing)]).toEqual([join(folder, "a"), ["b.txt"]]);
  });

  test("of several roots are relative to their common folder, so equal names never clash", async () => {
    const folder = temporaryFolder({ "en/x/1.txt": "", "de/x/1.txt": "", "fr.txt": "" });
    const listing = await listInputs([join(folder, "en/x"), join(folder, "de/x")]);
    expect([listing.root, pathsOf(listing)]).toEqual([folder, ["de/x/1.txt", "en/x/1.txt"]]);
    expect(pathsOf(await listInputs([join(folder, "en/x/1.txt"), join(folder, "fr.txt")]))).toEqual([
      "en/x/1.txt",
      "fr.txt",
    ]);
  });

  test("tell folders whose names begin alike apart", async () => {
    const folder = temporaryFolder({ "data/1.txt": "", "data2/1.txt": "" });
    const listing = await listInputs([join(folder, "data"), join(folder, "data2")]);
    expect([listing.root, pathsOf(listing)]).toEqual([folder, ["data/1.txt", "data2/1.txt"]]);
  });

  test("do not depend on the order of the roots, and nothing is listed twice", async () => {
    const folder = temporaryFolder({ "a/1.txt": "", "a/b/2.txt": "", "a/b/c/3.txt": "", "d/4.txt": "", "5.txt": "" });
    symlinkSync(join(folder, "a/b"), join(folder, "d/link"));
    symlinkSync("gone", join(folder, "d/dangling"));
    const roots = ["a", "a/b", "a/b/2.txt", "d", "d/link", "d/dangling", "5.txt", "missing"].map((name) =>
      join(folder, name),
    );
    const expected = await listInputs(roots);
    expect(pathsOf(expected)).toEqual(["5.txt", "a/1.txt", "a/b/2.txt", "a/b/c/3.txt", "d/4.txt"]);
    expect(expected.failures).toHaveLength(2);
    const anyOrder = fc.shuffledSubarray([...roots, ...roots], { minLength: roots.length * 2 });
    await fc.assert(
      fc.asyncProperty(anyOrder, async (shuffled) => {
        expect(await listInputs(shuffled)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test("are none for no roots", async () => {
    expect(await listInputs([])).toMatchObject({ inputs: [], failures: [] });
  });
});

describe("hidden names and node_modules", () => {
  test("are left out below a root, and read as a root", async () => {
    const folder = temporaryFolder({ ".git/x.txt": "", ".env": "", "node_modules/y.txt": "", "a.txt": "" });
    expect(pathsOf(await listInputs([folder]))).toEqual(["a.txt"]);
    expect(pathsOf(await listInputs([join(folder, ".git")]))).toEqual(["x.txt"]);
    expect(pathsOf(await listInputs([join(folder, "node_modules"), join(folder, ".env")]))).toEqual([
      ".env",
      "node_modules/y.txt",
    ]);
    expect(pathsOf(await listInputs([folder, join(folder, ".git")]))).toEqual([".git/x.txt", "a.txt"]);
  });
});

describe("links", () => {
  test("to files and folders outside are followed, under the link's name", async () => {
    const outside = temporaryFolder({ "one.txt": "1", "more/two.txt": "22" });
    const folder = temporaryFolder();
    symlinkSync(join(outside, "one.txt"), join(folder, "file"));
    symlinkSync(join(outside, "more"), join(folder, "folder"));
    const listing = await listInputs([folder]);
    expect(listing.inputs.map(({ path, bytes }) => [path, bytes])).toEqual([
      ["file", 1],
      ["folder/two.txt", 2],
    ]);
  });

  test("to what is listed anyway add nothing and change no path", async () => {
    const folder = temporaryFolder({ "z/page.txt": "", "z/deep/page.txt": "" });
    symlinkSync(join(folder, "z"), join(folder, "a"));
    symlinkSync(join(folder, "z/page.txt"), join(folder, "b.txt"));
    const listing = await listInputs([folder]);
    expect([pathsOf(listing), listing.failures]).toEqual([["z/deep/page.txt", "z/page.txt"], []]);
  });

  test("to the same place outside: the first by path stays", async () => {
    const outside = temporaryFolder({ "page.txt": "" });
    const folder = temporaryFolder();
    for (const name of ["c", "a", "b"]) symlinkSync(outside, join(folder, name));
    expect(pathsOf(await listInputs([folder]))).toEqual(["a/page.txt"]);
  });

  test("to a folder they lie in are a failure, and the rest is listed", async () => {
    const folder = temporaryFolder({ "in/a/b/page.txt": "" });
    symlinkSync("..", join(folder, "in/a/b/up"));
    symlinkSync("/", join(folder, "in/a/whole-disk"));
    symlinkSync("itself", join(folder, "in/itself"));
    const listing = await listInputs([join(folder, "in")]);
    expect(pathsOf(listing)).toEqual(["a/b/page.txt"]);
    expect(listing.failures.map(({ path, reason }) => [path, reason])).toEqual([
      ["a/b/up", "symlink-loop"],
      ["a/whole-disk", "symlink-loop"],
      ["itself", "symlink-loop"],
    ]);
  });

  test("that lead out and back in are a failure", async () => {
    const outside = temporaryFolder({ "out.txt": "" });
    const folder = temporaryFolder({ "in.txt": "" });
    symlinkSync(outside, join(folder, "out"));
    symlinkSync(folder, join(outside, "back"));
    const listing = await listInputs([folder]);
    expect(pathsOf(listing)).toEqual(["in.txt", "out/out.txt"]);
    expect(listing.failures).toMatchObject([{ path: "out/back", reason: "symlink-loop" }]);
  });

  test("in a diamond of many layers are walked once each", async () => {
    const folder = temporaryFolder({ "00/page.txt": "" });
    const layers = 40;
    const hidden = temporaryFolder();
    for (let i = 0; i < layers; i++) mkdirSync(join(hidden, String(i)));
    for (let i = 0; i + 1 < layers; i++)
      for (const side of ["l", "r"]) symlinkSync(join(hidden, String(i + 1)), join(hidden, String(i), side));
    writeFileSync(join(hidden, String(layers - 1), "deep.txt"), "");
    symlinkSync(join(hidden, "0"), join(folder, "top"));
    expect(pathsOf(await listInputs([folder]))).toEqual(["00/page.txt", `top/${"l/".repeat(layers - 1)}deep.txt`]);
  });

  test("to nothing are a failure that names no place on this machine", async () => {
    const folder = temporaryFolder();
    symlinkSync(join(folder, "gone/for/good.txt"), join(folder, "dangling"));
    const listing = await listInputs([folder]);
    expect(failuresOf(listing)).toEqual([
      'dangling: unreadable: "dangling" is a link to something that does not exist.',
    ]);
    expect(JSON.stringify(listing.failures)).not.toContain(folder);
  });

  test("as roots are followed", async () => {
    const folder = temporaryFolder({ "real/page.txt": "" });
    symlinkSync("real", join(folder, "link"));
    const listing = await listInputs([join(folder, "link")]);
    expect([listing.root, pathsOf(listing)]).toEqual([join(folder, "link"), ["page.txt"]]);
    for (const names of [
      ["link", "real"],
      ["real", "link"],
    ])
      expect(pathsOf(await listInputs(names.map((name) => join(folder, name))))).toEqual(["link/page.txt"]);
  });
});

describe("what cannot be read", () => {
  test("a missing root is a failure, and the others are listed", async () => {
    const folder = temporaryFolder({ "a.txt": "" });
    const listing = await listInputs([join(folder, "a.txt"), join(folder, "no/such"), join(folder, "a.txt/below")]);
    expect(pathsOf(listing)).toEqual(["a.txt"]);
    expect(failuresOf(listing)).toEqual([
      'a.txt/below: unreadable: "a.txt/below" does not exist.',
      'no/such: unreadable: "no/such" does not exist.',
    ]);
  });

  test("a pipe, below a root or named, is never opened", async ({ skip }) => {
    const folder = temporaryFolder({ "a.txt": "" });
    try {
      execFileSync("mkfifo", [join(folder, "pipe.txt")]);
    } catch {
      skip("no mkfifo on this system");
    }
    for (const roots of [
      [folder],
      [folder, join(folder, "pipe.txt")],
      [join(folder, "pipe.txt"), join(folder, "a.txt")],
    ]) {
      const listing = await listInputs(roots);
      expect(pathsOf(listing)).toEqual(["a.txt"]);
      expect(listing.failures).toMatchObject([{ path: "pipe.txt", reason: "unreadable" }]);
    }
  });

  test("a folder without rights is a failure once, and its neighbours are listed", async () => {
    const folder = temporaryFolder({ "locked/x.txt": "", "open/y.txt": "" });
    const fs = failingAt("locked", "list", "EACCES");
    const listing = await listInputs([folder, join(folder, "locked")], fs);
    expect(pathsOf(listing)).toEqual(["open/y.txt"]);
    expect(failuresOf(listing)).toEqual(['locked: unreadable: "locked" may not be read by this user.']);
  });

  test.skipIf(process.getuid?.() === 0)("a folder without rights, on the real disk", async () => {
    const folder = temporaryFolder({ "locked/x.txt": "" });
    chmodSync(join(folder, "locked"), 0);
    const listing = await listInputs([folder]);
    chmodSync(join(folder, "locked"), 0o700);
    expect(listing.failures).toMatchObject([{ path: "locked", reason: "unreadable" }]);
  });

  test("the one root itself is called .", async () => {
    const folder = temporaryFolder();
    const listing = await listInputs([folder], failingAt(folder, "list", "EIO"));
    expect(listing.failures).toMatchObject([{ path: ".", reason: "unreadable" }]);
    const refused = await listInputs([folder], failingAt(folder, "realPath", "EACCES"));
    expect(refused.failures).toMatchObject([{ path: ".", reason: "unreadable" }]);
  });

  test("a file that vanishes before its size is asked for", async () => {
    const folder = temporaryFolder({ "a.txt": "", "b.txt": "" });
    const listing = await listInputs([folder], failingAt("a.txt", "stat", "ENOENT"));
    expect(pathsOf(listing)).toEqual(["b.txt"]);
    expect(listing.failures).toMatchObject([{ path: "a.txt", reason: "vanished" }]);
  });

  test("a file that is replaced by a folder while it is listed", async () => {
    const folder = temporaryFolder({ "a.txt": "" });
    const fs: FolderAccess = {
      ...nodeFolders,
      async list(path) {
        const entries = await nodeFolders.list(path);
        rmSync(join(folder, "a.txt"));
        mkdirSync(join(folder, "a.txt"));
        return entries;
      },
    };
    expect((await listInputs([folder], fs)).failures).toMatchObject([{ path: "a.txt", reason: "vanished" }]);
  });

  test("a folder that moves away while it is listed", async () => {
    const folder = temporaryFolder({ "a/b/x.txt": "", "y.txt": "" });
    const fs: FolderAccess = {
      ...nodeFolders,
      async list(path) {
        const entries = await nodeFolders.list(path);
        if (path === folder) renameSync(join(folder, "a"), join(folder, ".a"));
        return entries;
      },
    };
    const listing = await listInputs([folder], fs);
    expect(pathsOf(listing)).toEqual(["y.txt"]);
    expect(listing.failures).toMatchObject([{ path: "a", reason: "vanished" }]);
  });

  test("names that are not UTF-8 are told apart from files that are gone, each of them", async ({ skip }) => {
    const folder = temporaryFolder({ "caf\ufffd.txt": "a replacement character is a name like any other" });
    try {
      for (const byte of [0xe8, 0xe9])
        writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.of(byte), Buffer.from(".txt")]), "");
    } catch {
      skip("this file system takes only Unicode names");
    }
    const listing = await listInputs([folder]);
    expect(pathsOf(listing)).toEqual(["caf\ufffd.txt"]);
    const failure = 'caf\ufffd.txt: unreadable: "caf\ufffd.txt" has a name that is not valid UTF-8.';
    expect(failuresOf(listing)).toEqual([failure, failure]);
  });

  test("a defect is not taken for a failure of the input", async () => {
    const folder = temporaryFolder();
    const fs: FolderAccess = { ...nodeFolders, list: () => Promise.reject(new TypeError("a defect")) };
    await expect(listInputs([folder], fs)).rejects.toThrow("a defect");
  });
});

test("a hundred thousand files are listed, in order, with bounded parallel calls", async () => {
  let running = 0;
  let most = 0;
  const fs: FolderAccess = {
    realPath: async (file) => file,
    list: async (folder) =>
      Array.from({ length: folder === "/in" ? 100 : 1000 }, (_, i) => ({
        name: `${i}`,
        kind: folder === "/in" ? "folder" : "file",
        garbled: false,
      })),
    async stat(file) {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
      return { kind: file.split("/").length < 4 ? "folder" : "file", bytes: 1 };
    },
  };
  const paths = pathsOf(await listInputs(["/in"], fs));
  expect(paths).toHaveLength(100_000);
  expect(paths).toEqual([...paths].sort());
  expect(most).toBeLessThanOrEqual(64);
});
