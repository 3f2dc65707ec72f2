import { closeSync, fsyncSync, openSync } from "node:fs";

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
    fsyncSync(handle);
  } catch (error) {
    // Some file systems of networks know no such thing.
    if ((error as NodeJS.ErrnoException).code !== "EINVAL") throw error;
  } finally {
    closeSync(handle);
  }
}
