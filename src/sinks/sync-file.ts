import { closeSync, fdatasync, fsyncSync, openSync } from "node:fs";
import { promisify } from "node:util";

const sync = promisify(fdatasync);

/**
 * Returns when what was written to a file is on the disk. Under Node's permission model, which takes these calls away, it
 * returns at once: what is written then survives the process, as ever, but not the power.
 */
export function syncFile(handle: number): void {
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!isDenied(error)) throw error;
  }
}

/** The same without waiting on this thread, for the content alone. */
export async function syncContent(handle: number): Promise<void> {
  try {
    await sync(handle);
  } catch (error) {
    if (!isDenied(error)) throw error;
  }
}

/** Returns when the names in a folder are on the disk, so that what was renamed in it stays so when the power fails. */
export function syncFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, "r");
  } catch {
    // Windows opens no folders, and needs none of this.
    return;
  }
  try {
    syncFile(handle);
  } catch (error) {
    // Some file systems of networks know no such thing.
    if ((error as NodeJS.ErrnoException).code !== "EINVAL") throw error;
  } finally {
    closeSync(handle);
  }
}

function isDenied(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ERR_ACCESS_DENIED";
}
