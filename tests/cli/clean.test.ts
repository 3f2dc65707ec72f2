import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { exitCodeOf } from "../../src/cli/clean.ts";
import type { RunSummary } from "../../src/run/summary.ts";
import { numbersFrom, paragraphs } from "../run/generated-corpus.ts";
import { folderWith, readRun } from "../run/written-run.ts";
import { BIN, dehusk, STEERING } from "./command.ts";

const texts = paragraphs(numbersFrom(41), 4);
const EVIL = "\x1b]0;owned\x07\x9b31m\u202eevil\u2066\x7f";

it("cleans a folder, sums it up and exits with 0", () => {
  const folder = folderWith({ "in/a.txt": texts[0]!, "in/b.txt": texts[1]! });
  const { code, out, err } = dehusk(["clean", "in", "--out", "out"], { cwd: folder });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^2 documents cleaned into out in [\d.]+ s\n/);
  expect(out).toMatch(/failures {4}none\n/);
  expect(out).not.toMatch(STEERING);
  expect(readdirSync(join(folder, "out")).sort()).toEqual([
    ".dehusk",
    "documents.jsonl",
    "failures.jsonl",
    "ledger.jsonl",
    "run.json",
  ]);
  expect(dehusk(["verify", "out"], { cwd: folder })).toEqual({
    code: 0,
    out: "2 documents verified: the law holds.\n",
    err: "",
  });
});

it("writes Markdown where that is asked for", () => {
  const folder = folderWith({ "in/a.html": `<p>${texts[0]}<ul><li>${texts[1]}<li>${texts[2]}</ul>` });
  expect(dehusk(["clean", "in", "--out", "out", "--format", "markdown"], { cwd: folder }).code).toBe(0);
  const { documents, summary } = readRun(join(folder, "out"));
  expect(documents[0]).toMatchObject({ format: "markdown", text: `${texts[0]}\n\n- ${texts[1]}\n- ${texts[2]}` });
  expect(summary.options.format).toBe("markdown");
  expect(dehusk(["verify", "out"], { cwd: folder }).out).toBe("1 documents verified: the law holds.\n");
  dehusk(["clean", "in", "--out", "plain"], { cwd: folder });
  expect(readRun(join(folder, "plain")).summary.options).not.toHaveProperty("format");
});

it("exits with 1 when an input failed, and prints the summary as JSON", () => {
  const folder = folderWith({ "in/a.txt": texts[0]!, "in/b.txt": "" });
  const { code, out } = dehusk(["clean", "in", "--out", "out", "--json"], { cwd: folder });
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual(readRun(join(folder, "out")).summary);
  expect(JSON.parse(out)).toMatchObject({
    inputs: 2,
    failures: 1,
    failuresByReason: { empty: 1 },
  } satisfies Partial<RunSummary>);
});

it("exits with 3, and says so, when what was read is not what was written", ({ onTestFinished }) => {
  const { out } = dehusk(["clean", folderWith({ "a.txt": texts[0]!, "b.txt": "" }), "--out", folderWith(), "--json"]);
  const summary = JSON.parse(out) as RunSummary;
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(() => said.mockRestore());
  expect(exitCodeOf(summary)).toBe(1);
  expect(said).not.toHaveBeenCalled();
  expect(exitCodeOf({ ...summary, inputs: summary.inputs + 1 })).toBe(3);
  expect(said.mock.calls[0]?.[0]).toMatch(
    /^dehusk: 3 inputs were read, but 1 documents, 0 duplicates, 1 failures and 0/,
  );
});

it("loses nothing but the document that exhausts the heap of its thread", () => {
  const huge = "Some words of a harbour, then < b and so on.\n\n".repeat(300_000);
  const folder = folderWith({ "in/a.txt": texts[0]!, "in/huge.txt": huge, "in/z.txt": texts[1]! });
  const { code } = dehusk(["clean", "in", "--out", "out", "--worker-memory", "64"], { cwd: folder });
  const { documents, failures } = readRun(join(folder, "out"));
  expect(code).toBe(1);
  expect(documents.map(({ source }) => source.path)).toEqual(["a.txt", "z.txt"]);
  expect(failures).toEqual([expect.objectContaining({ path: "huge.txt", reason: "crashed" })]);
});

it("never lets a name or a text steer the terminal", () => {
  const name = `${EVIL}\nfake line.txt`.replaceAll("/", "");
  const folder = folderWith({ [`${EVIL}/${name}`]: `${EVIL} ${texts[0]} ${EVIL}`, [`${EVIL}/gone.txt`]: "" });
  const printed = [
    dehusk(["clean", EVIL, "--out", `out${EVIL}`], { cwd: folder }),
    dehusk(["clean", EVIL, "--out", `out${EVIL}`, "--json"], { cwd: folder }),
    dehusk(["explain", join(EVIL, name)], { cwd: folder }),
    dehusk(["explain", join(EVIL, name), "--html"], { cwd: folder }),
    dehusk(["explain", join(EVIL, "gone.txt")], { cwd: folder }),
    dehusk(["clean", "-"], { cwd: folder, input: `{"id": "${EVIL}"` }),
  ];
  writeFileSync(join(folder, EVIL, name), "another text");
  printed.push(dehusk(["verify", `out${EVIL}`], { cwd: folder }));
  printed.push(dehusk(["verify", `out${EVIL}`, "--json"], { cwd: folder }));
  printed.push(dehusk(["verify", EVIL], { cwd: folder }));
  expect(printed.map(({ code }) => code)).toEqual([1, 1, 0, 0, 1, 1, 1, 1, 2]);
  for (const { out, err } of printed) expect(out + err).not.toMatch(STEERING);
  expect(printed[6]?.out.split("\n")).toHaveLength(3);
  expect(JSON.parse(printed[1]!.out)).toMatchObject({ roots: [join(folder, EVIL)] });
});

describe("with a user that has no rights", () => {
  const isRoot = process.getuid?.() === 0;

  /** As another user when this one is root, whom no rights stop. */
  const asNobody = (args: readonly string[], cwd: string) => {
    chmodSync(cwd, 0o777);
    return dehusk(args, { cwd, ...(isRoot && { uid: 65534, gid: 65534 }) });
  };

  it("reports a folder and a file that may not be read, and cleans the rest", () => {
    const folder = folderWith({
      "in/a.txt": texts[0]!,
      "in/secret/b.txt": texts[1]!,
      "in/c.txt": texts[2]!,
      "in/d.jsonl": "{}",
    });
    for (const name of ["secret", "c.txt", "d.jsonl"]) chmodSync(join(folder, "in", name), 0);
    const { code } = asNobody(["clean", "in", "--out", "out"], folder);
    const { failures, summary } = readRun(join(folder, "out"));
    chmodSync(join(folder, "in/secret"), 0o755);
    expect(code).toBe(1);
    expect(failures.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      "c.txt unreadable",
      "d.jsonl unreadable",
      "secret unreadable",
    ]);
    expect(summary).toMatchObject({ documents: 1, failures: 3, inputs: 4 });
  });

  it("says that it may not write there", () => {
    const folder = folderWith({ "in/a.txt": texts[0]! });
    mkdirSync(join(folder, "out"), { mode: 0o555 });
    const { code, out, err } = asNobody(["clean", "in", "--out", "out"], folder);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^dehusk: not allowed \(EACCES: .*\)\. Choose another folder, .*\n$/);
    expect(readdirSync(join(folder, "out"))).toEqual([]);
  });
});

it("says that the disk is full", () => {
  const input = `${JSON.stringify({ text: texts[0] })}\n`;
  const { status, stderr } = spawnSync("sh", ["-c", `"$0" "$1" clean - > /dev/full`, process.execPath, BIN], {
    input,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^dehusk: the disk is full; no output was changed\..*\n$/m),
  });
});

it("shows a progress line on a terminal, and clears it", ({ skip }) => {
  const folder = folderWith({ "in/a.txt": texts[0]! });
  const command = `${process.execPath} ${BIN} clean in --out out`;
  try {
    execFileSync("script", ["-qec", command, "typescript"], { cwd: folder, stdio: "ignore" });
  } catch {
    return skip("there is no script command to make a terminal with");
  }
  const shown = readFileSync(join(folder, "typescript"), "utf8");
  expect(shown).toMatch(/\r\x1b\[K1 of 1 files · [\d.]+ MB\/s\r\x1b\[K/);
  expect(shown).toMatch(/1 document cleaned/);
});
