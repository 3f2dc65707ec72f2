import { randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { UsageError } from "../core/usage-error.ts";
import { isAlive, processBirth } from "./process-birth.ts";

/** How often, and after how many milliseconds, one who came at the same moment is given time to withdraw. */
const PATIENCE = { rounds: 20, pause: 25 } as const;
const CLAIM = /^(?<host>[^~]*)~(?<pid>\d+)~(?<birth>[^~]*)~[^~]*\.lock$/;

/**
 * A folder's lock against a second run. A run puts up a claim, a file whose name says who it is, and then looks who else
 * has one: so no moment is left in which two could both believe to be alone, and the claim of a dead process is deleted
 * without a race, because no later one has the same name.
 */
export class RunLock {
  private readonly folder: string;
  private readonly claim: string;

  private constructor(folder: string, claim: string) {
    this.folder = folder;
    this.claim = claim;
  }

  /** @throws {UsageError} naming the process when another run has the folder. */
  static take(folder: string): RunLock {
    mkdirSync(folder, { recursive: true });
    const lock = new RunLock(folder, `${host()}~${process.pid}~${processBirth(process.pid)}~${randomUUID()}.lock`);
    closeSync(openSync(join(folder, lock.claim), "wx"));
    const other = lock.waitForOthers();
    if (other === undefined) return lock;
    lock.release();
    throw new UsageError(refusal(folder, other));
  }

  /** Gives the folder free, and deletes it when nothing else is in it. */
  release(): void {
    rmSync(join(this.folder, this.claim), { force: true });
    try {
      rmdirSync(this.folder);
    } catch {
      // Something else is in it.
    }
  }

  /** Of several that come at once the one whose claim sorts first gets the folder, when the others have withdrawn. */
  private waitForOthers(): string | undefined {
    for (let round = 0; ; round++) {
      const other = this.others()[0];
      if (other === undefined || other < this.claim || round === PATIENCE.rounds) return other;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE.pause);
    }
  }

  /** Claims of the living, in order; those of the dead are deleted. */
  private others(): string[] {
    const claims = readdirSync(this.folder).filter((name) => CLAIM.test(name) && name !== this.claim);
    return claims.sort().filter((name) => {
      if (mayLive(name)) return true;
      rmSync(join(this.folder, name), { force: true });
      return false;
    });
  }
}

function mayLive(claim: string): boolean {
  const { host: where, pid, birth = "" } = CLAIM.exec(claim)!.groups!;
  // Nothing is known of the processes of another machine.
  return where !== host() || isAlive(Number(pid), birth);
}

function refusal(folder: string, claim: string): string {
  const { host: where, pid } = CLAIM.exec(claim)!.groups!;
  const other = `another run, process ${pid}`;
  if (where === host()) return `${other}, is writing to this folder; wait for it or choose another --out`;
  return `${other} on ${where}, is writing to this folder; if it is long dead, delete ${join(folder, claim)}`;
}

/** As a part of a file's name. */
function host(): string {
  return hostname().replaceAll(/[^\w.-]/g, "_");
}
