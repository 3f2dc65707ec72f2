import { posix } from "node:path";

/** Which of the listed files are inputs, by globs: `*`, `?`, `[…]`, `{a,b}` and `**` for any folders. */
export interface Selection {
  /** Where there are any, a file is an input only if it matches one. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Whether a file is selected. A glob without `/` is matched with its name alone, others with its path below the input root. */
export function isSelected(path: string, { include = [], exclude = [] }: Selection): boolean {
  const matches = (glob: string): boolean => posix.matchesGlob(glob.includes("/") ? path : posix.basename(path), glob);
  return (include.length === 0 || include.some(matches)) && !exclude.some(matches);
}
