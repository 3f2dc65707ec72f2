import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

// Loaded before the command, in every thread: makes one call of the file system go wrong, as the variable DEHUSK_FAULT says.

/** What goes wrong, and when. */
export interface Fault {
  /** Name of the function of node:fs. */
  readonly call: string;
  /** Which call of it in its thread, from 1. */
  readonly nth: number;
  /** An error's code; or to kill the process before or after the call, to end the thread, or to cut the file to half. */
  readonly deed: string;
  /** Only calls whose first argument, a path, contains this. */
  readonly path?: string;
  /** A file that is made when it has gone wrong: once is enough for a process with many threads. */
  readonly marker: string;
}

type Call = (...rest: unknown[]) => unknown;

const SYSTEM_CALLS: Readonly<Record<string, string>> = {
  openSync: "open",
  readSync: "read",
  readFileSync: "read",
  writeSync: "write",
  fsyncSync: "fsync",
  renameSync: "rename",
  statSync: "stat",
};

/** The clock runs fast, so that what is done now and then is done often. */
const CLOCK = 50;

const text = process.env["DEHUSK_FAULT"];
if (text !== undefined) {
  const now = performance.now.bind(performance);
  performance.now = () => CLOCK * now();
  install(JSON.parse(text) as Fault);
}

function install(fault: Fault): void {
  const { openSync, truncateSync } = fs;
  const original = (fs as unknown as Record<string, Call>)[fault.call]!;
  let calls = 0;
  const isTime = (target: unknown): boolean => {
    if (fault.path !== undefined && !String(target).includes(fault.path)) return false;
    if (++calls < fault.nth) return false;
    try {
      openSync(fault.marker, "wx");
      return true;
    } catch {
      return false;
    }
  };
  (fs as unknown as Record<string, Call>)[fault.call] = (...rest) => {
    if (!isTime(rest[0])) return original(...rest);
    if (fault.deed === "kill") process.kill(process.pid, "SIGKILL");
    if (fault.deed === "end thread") process.exit(1);
    if (fault.deed === "exhaust heap") exhaust();
    if (fault.deed === "truncate") truncateSync(rest[0] as string, Math.floor(fs.statSync(rest[0] as string).size / 2));
    if (/^E[A-Z]+$/.test(fault.deed)) throw failed(fault);
    const result = original(...rest);
    if (fault.deed === "kill after") process.kill(process.pid, "SIGKILL");
    return result;
  };
  syncBuiltinESMExports();
}

function failed({ call, deed }: Fault): Error {
  const syscall = SYSTEM_CALLS[call] ?? call;
  return Object.assign(new Error(`${deed}: injected, ${syscall}`), { code: deed, syscall });
}

function exhaust(): never {
  const kept: unknown[] = [];
  for (;;) kept.push(Array.from({ length: 1000 }, (_, i) => ({ i })));
}
