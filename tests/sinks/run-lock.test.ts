import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { isAlive, processBirth } from "../../src/sinks/process-birth.ts";
import { RunLock } from "../../src/sinks/run-lock.ts";
import { folderWith } from "../run/written-run.ts";

const lockFolder = (): string => join(folderWith(), ".dehusk");

/** A claim as another run would have put it up, some of its parts changed. */
function foreignClaim(folder: string, changed: { pid?: number; birth?: string; host?: string }): string {
  const own = RunLock.take(folder);
  const [host, pid, birth] = readdirSync(folder)[0]!.split("~");
  own.release();
  const claim = [changed.host ?? host, changed.pid ?? pid, changed.birth ?? birth, "other.lock"].join("~");
  mkdirSync(folder);
  writeFileSync(join(folder, claim), "");
  return claim;
}

it("lets one have the folder, and the next when it is given free", () => {
  const folder = lockFolder();
  const first = RunLock.take(folder);
  expect(() => RunLock.take(folder)).toThrow(new RegExp(`another run, process ${process.pid}, is writing`));
  expect(readdirSync(folder)).toHaveLength(1);
  first.release();
  expect(existsSync(folder)).toBe(false);
  RunLock.take(folder).release();
});

it("names the process that has it", async () => {
  const folder = lockFolder();
  const other = spawn("sleep", ["60"]);
  onTestFinished(() => void other.kill());
  await once(other, "spawn");
  foreignClaim(folder, { pid: other.pid!, birth: processBirth(other.pid!) });
  expect(() => RunLock.take(folder)).toThrow(new RegExp(`process ${other.pid}, is writing`));
});

it("takes over from a process that is dead, or whose number another has now", () => {
  const { pid } = spawnSync("true");
  for (const changed of [{ pid }, { pid: process.ppid, birth: "00000000-1" }]) {
    const folder = lockFolder();
    foreignClaim(folder, changed);
    const lock = RunLock.take(folder);
    expect(readdirSync(folder)).toHaveLength(1);
    lock.release();
  }
});

it("does not judge the processes of another machine", () => {
  const folder = lockFolder();
  const { pid } = spawnSync("true");
  const claim = foreignClaim(folder, { pid, host: "elsewhere" });
  expect(() => RunLock.take(folder)).toThrow(new RegExp(`process ${pid} on elsewhere.* delete .*${claim}`));
});

it("leaves what else is in the folder", () => {
  const folder = lockFolder();
  const lock = RunLock.take(folder);
  writeFileSync(join(folder, "journal"), "");
  lock.release();
  expect(readdirSync(folder)).toEqual(["journal"]);
});

it("lets no two of many that come at once have it", async () => {
  const folder = lockFolder();
  const module = new URL("../../src/sinks/run-lock.ts", import.meta.url).href;
  const code = `import { RunLock } from ${JSON.stringify(module)};
    try { RunLock.take(${JSON.stringify(folder)}); console.log("taken"); } catch { console.log("refused"); }
    process.stdin.resume();`;
  const all = Array.from({ length: 5 }, () => spawn(process.execPath, ["--input-type=module", "-e", code]));
  onTestFinished(() => all.forEach((child) => void child.kill()));
  const answers = await Promise.all(all.map(async ({ stdout }) => String((await once(stdout, "data"))[0]).trim()));
  expect(answers.filter((answer) => answer === "taken").length).toBeLessThanOrEqual(1);
  expect(answers.every((answer) => /^(?:taken|refused)$/.test(answer))).toBe(true);
});

it("knows a process by its birth", () => {
  const birth = processBirth(process.pid);
  expect(isAlive(process.pid, birth)).toBe(true);
  expect(isAlive(process.pid, "")).toBe(true);
  expect(isAlive(spawnSync("true").pid, "")).toBe(false);
  if (process.platform === "linux") expect(isAlive(process.pid, `${birth}0`)).toBe(false);
});
