import { readFileSync } from "node:fs";

/** What stands for the birth of a process that has ended and only waits to be collected; no birth is this. */
const ENDED = "ended";

/**
 * A word for when a process was born, which another process that gets the same number later does not share; empty where
 * the system does not tell without a program of its own (it does on Linux, see proc(5)), or where there is no such process.
 */
export function processBirth(pid: number): string {
  try {
    // The name of the program, in brackets, may itself hold spaces and brackets. The 22nd field counts from boot.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (/^[ZXx]$/.test(fields[0]!)) return ENDED;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").slice(0, 8)}-${fields[19]}`;
  } catch {
    return "";
  }
}

/** Whether the process of this number, born then, still lives. Where births are not told, any process of the number counts. */
export function isAlive(pid: number, birth: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // What belongs to another user may not be asked, but is there.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = processBirth(pid);
  return now === "" || now === birth || (birth === "" && now !== ENDED);
}
