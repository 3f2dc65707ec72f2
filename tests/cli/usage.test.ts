import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { version } from "../../src/version.ts";
import { folderWith } from "../run/written-run.ts";
import { BIN, dehusk } from "./command.ts";

it.each(["clean", "explain", "verify", "learn"])("%s --help shows an example", (name) => {
  const { code, out, err } = dehusk([name, "--help"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(new RegExp(`Examples?:\\n {2}\\$ dehusk ${name} `));
});

it("shows its version, its commands, and those also when none is given", () => {
  expect(dehusk(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  expect(dehusk(["--help"]).out).toMatch(/clean .*\n[\s\S]*explain [\s\S]*verify /);
  expect(dehusk([])).toMatchObject({ code: 2, out: "", err: expect.stringContaining("Usage: dehusk") });
});

it.each<readonly [args: readonly string[], says: string]>([
  [["clean", "x", "--out", "y", "--nope"], "error: unknown option '--nope'"],
  [["clean", "x"], "error: required option '-o, --out <dir>' not specified"],
  [["clean", "--out", "y"], "error: missing required argument 'paths'"],
  [["clean", "-", "x", "--out", "y"], "error: - cannot be combined with other paths"],
  [["clean", "x", "--out", ""], "must name a folder."],
  [["clean", "x", "--out", "y", "--workers", "0"], "must be a number from 1 to 256."],
  [["clean", "x", "--out", "y", "--workers", "two"], "must be a number from 1 to 256."],
  [["clean", "x", "--out", "y", "--workers", "1.5"], "must be a number from 1 to 256."],
  [["clean", "x", "--out", "y", "--charset", "klingon"], "is no encoding of the web"],
  [["clean", "x", "--out", "y", "--extractor", "magic"], "Allowed choices are"],
  [["clean", "x", "--out", "y", "--format", "html"], "Allowed choices are text, markdown."],
  [["clean", "x", "--out", BIN], "bin.ts is a file already"],
  [["explain", "x", "--record", "0"], "must be a number from 1."],
  [["explain", "folder"], "is a folder"],
  [["verify", "folder"], "there is no finished run in folder"],
  [["scrub"], "error: unknown command 'scrub'"],
  [["clean", "x", "--out", "y", "--\x1b]0;owned\x07"], "--\\u001b]0;owned\\u0007"],
])("%j is refused with one line", (args, says) => {
  const folder = folderWith({ "folder/x.txt": "text" });
  const { code, out, err } = dehusk(args, { cwd: folder });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  const lines = err.split("\n").filter((line) => line !== "" && line !== "(dehusk --help shows how)");
  expect(lines).toEqual([expect.stringContaining(says)]);
  expect(existsSync(join(folder, "y"))).toBe(false);
});

it("explains in one line what file or record it cannot show", () => {
  const folder = folderWith({ "a.jsonl": '{"text": "Some words."}\n', "b.txt": "", "c.txt": new Uint8Array(99) });
  const failing = (...args: string[]) => dehusk(["explain", ...args], { cwd: folder });
  expect(failing("no\x1bne.txt")).toEqual({
    code: 1,
    out: "",
    err: 'dehusk: "no\\u001bne.txt" does not exist. Check the spelling and the folder you run dehusk from.\n',
  });
  expect(failing("a.jsonl", "--record", "7")).toMatchObject({ code: 2, err: "dehusk: a.jsonl has no record 7\n" });
  expect(failing("b.txt")).toMatchObject({ code: 1, err: expect.stringContaining("holds no text") });
  expect(failing("c.txt")).toMatchObject({ code: 1, err: expect.stringContaining("neither text nor HTML") });
});

/** The system's own Node, where it is one that dehusk does not run on. */
function oldNode(): string | undefined {
  const path = ["/usr/bin/node", "/usr/local/bin/node", process.env["NODE_OLD"] ?? ""].filter(existsSync);
  return path.find((node) => {
    const [major = 0, minor = 0] = spawnSync(node, ["-p", "process.versions.node"], { encoding: "utf8" })
      .stdout.split(".")
      .map(Number);
    return major > 12 && (major < 22 || (major === 22 && minor < 22));
  });
}

/** As the build makes it: what an old Node has to parse. */
function compiledBin(): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(readFileSync(BIN, "utf8"), { compilerOptions });
  return join(folderWith({ "bin.js": outputText, "package.json": '{"type": "module"}' }), "bin.js");
}

it("says one line on a Node that is too old", ({ skip }) => {
  const node = oldNode();
  if (!node) return skip("there is no old Node on this machine");
  const { status, stdout, stderr } = spawnSync(node, [compiledBin(), "clean"], { encoding: "utf8" });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^dehusk needs Node 22\.22\.2 or newer; this is Node [\d.]+\.\n$/);
});
