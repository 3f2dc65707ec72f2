import { execFileSync } from "node:child_process";
import type { BadPlace, Bench, Trouble } from "./try-fault.ts";

type Random = (below: number) => number;

/** A kind of trouble: a row of the table. */
export interface TroubleKind {
  readonly name: string;
  /** How many there should be at least, where one is asked for two hundred of the first kind. */
  readonly share: number;
  readonly make: (bench: Bench, next: Random, i: number) => Trouble;
}

const BAD_WRITES = ["writeSync", "fsyncSync", "renameSync", "openSync"] as const;
const CODES = ["EIO", "ENOSPC", "EMFILE"] as const;

/** Every kind that is tried. */
export const TROUBLE_KINDS: readonly TroubleKind[] = [
  {
    name: "SIGKILL at a random moment",
    share: 1,
    make: ({ duration }, next) => ({ signals: [["SIGKILL", next(Math.ceil(duration))]] }),
  },
  {
    name: "SIGKILL right before a rename",
    share: 0.05,
    make: (_, __, i) => ({ fault: { call: "renameSync", nth: 1 + (i % 5), deed: "kill" } }),
  },
  {
    name: "SIGKILL right after a rename",
    share: 0.05,
    make: (_, __, i) => ({ fault: { call: "renameSync", nth: 1 + (i % 5), deed: "kill after" } }),
  },
  { name: "a disk that fills", share: 0.1, make: (bench, next) => ({ prepare: (out) => smallDisk(out, bench, next) }) },
  {
    name: "EIO, ENOSPC or EMFILE on a write, sync, rename or open",
    share: 0.2,
    make: (_, next, i) => {
      const call = BAD_WRITES[i % BAD_WRITES.length]!;
      const path = call === "openSync" ? { path: "dehusk-test-" } : {};
      const nth = 1 + next(call === "writeSync" ? 40 : 5);
      return { fault: { call, nth, deed: CODES[next(CODES.length)]!, ...path } };
    },
  },
  {
    name: "EIO or EMFILE on a read of an input",
    share: 0.1,
    make: ({ inputs }, next) => ({
      fault: { call: "readFileSync", nth: 1 + next(20), deed: next(2) === 0 ? "EIO" : "EMFILE", path: inputs },
    }),
  },
  {
    name: "an input cut to half while it is read",
    share: 0.1,
    make: ({ inputs }, next) => ({
      fault: { call: "readFileSync", nth: 1 + next(20), deed: "truncate", path: inputs },
    }),
  },
  {
    name: "a thread that ends",
    share: 0.1,
    make: ({ inputs }, next) => ({
      fault: { call: "readFileSync", nth: 2 + next(20), deed: "end thread", path: inputs },
    }),
  },
  {
    name: "a thread whose heap is exhausted",
    share: 0.05,
    make: ({ inputs }, next) => ({
      fault: { call: "readFileSync", nth: 2 + next(20), deed: "exhaust heap", path: inputs },
      flags: ["--worker-memory", "64"],
    }),
  },
  {
    name: "SIGINT or SIGTERM once",
    share: 0.1,
    make: ({ duration }, next, i) => ({ signals: [[i % 2 ? "SIGINT" : "SIGTERM", next(Math.ceil(duration))]] }),
  },
  {
    name: "SIGINT, and SIGTERM a moment later",
    share: 0.1,
    make: ({ duration }, next) => {
      const first = next(Math.ceil(duration));
      const moments = [first, first + 1 + next(30)] as const;
      return {
        signals: [
          ["SIGINT", moments[0]],
          ["SIGTERM", moments[1]],
        ],
      };
    },
  },
];

/** Whether small disks can be made here. */
export function canMount(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0;
}

/** A disk on which a part of what is written has room, and which grows when it is put right. */
function smallDisk(out: string, { expected }: Bench, next: Random): BadPlace {
  const needed = expected.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const size = 4096 * Math.ceil((needed * (5 + next(170))) / 100 / 4096);
  mount("-t", "tmpfs", "-o", `size=${size}`, "tmpfs", out);
  return {
    mend: () => mount("-o", "remount,size=256m", out),
    release: () => void execFileSync("umount", ["-l", out]),
  };
}

function mount(...args: string[]): void {
  execFileSync("mount", args, { stdio: "ignore" });
}
