import { hash } from "node:crypto";
import { type BigIntStats, readFileSync, statSync } from "node:fs";
import { type FileAccess, type FileFacts, factsOf } from "../../sources/file-access.ts";

/** By what a file is known again. Times in nanoseconds, as decimal strings. */
export interface FileCheck {
  readonly size: string;
  readonly modified: string;
  readonly changed: string;
  readonly inode: string;
  /** SHA-256 of the content, in hex. */
  readonly sha256: string;
  /**
   * Whether its times had been past for a while when they were looked at. Where they had not, a change in the same tick of
   * the file system's clock would leave them as they are, so only the content can tell (git calls this "racily clean").
   */
  readonly settled: boolean;
}

type Looks = Omit<FileCheck, "sha256">;

/** The coarsest clock of a file system ticks every two seconds (FAT). Nanoseconds. */
const TICK = 2_000_000_000n;

/**
 * Whether a file is still what a check says: by its looks, or where they differ or do not suffice, by its content. Gives
 * the check as it is now, the same object where the looks were enough; `undefined` for another content.
 *
 * @throws Node's own errors.
 */
export function recheck(file: string, known: FileCheck, always: boolean): FileCheck | undefined {
  const stats = statSync(file, { bigint: true });
  if (!stats.isFile()) return undefined;
  const looks = looksOf(stats);
  const isSame = (["size", "modified", "changed", "inode"] as const).every((key) => looks[key] === known[key]);
  if (isSame && known.settled && !always) return known;
  if (looks.size !== known.size) return undefined;
  const sha256 = hash("sha256", readFileSync(file), "hex");
  return sha256 === known.sha256 ? { ...looks, sha256 } : undefined;
}

/** Reads one file, and keeps by what it will be known again. */
export class WatchedFile implements FileAccess {
  private readonly file: string;
  private looks: Looks | undefined;
  private sha256: string | undefined;
  private isAlone = true;

  constructor(file: string) {
    this.file = file;
  }

  /** `undefined` where the file was not read, or not it alone. */
  get check(): FileCheck | undefined {
    const { looks, sha256, isAlone } = this;
    return isAlone && looks && sha256 !== undefined ? { ...looks, sha256 } : undefined;
  }

  stat(file: string): FileFacts {
    const stats = statSync(file, { bigint: true });
    // Looked at before it is read: what changes after this changes the looks.
    if (file === this.file) this.looks ??= looksOf(stats);
    else this.isAlone = false;
    return factsOf(stats);
  }

  read(file: string): Uint8Array {
    const bytes = readFileSync(file);
    if (file === this.file) this.sha256 = hash("sha256", bytes, "hex");
    else this.isAlone = false;
    return bytes;
  }
}

function looksOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): Looks {
  const newest = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
  return {
    size: String(size),
    modified: String(mtimeNs),
    changed: String(ctimeNs),
    inode: String(ino),
    settled: BigInt(Date.now()) * 1_000_000n - newest > TICK,
  };
}
