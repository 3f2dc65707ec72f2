import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { stringify } from "yaml";
import { UsageError } from "../core/usage-error.ts";
import type { Profile } from "../learn/profile.ts";

const HEAD = `# Furniture by source, learned by dehusk. Delete a line or give it "keep: true" and it stays; add lines of your own:
# words in lower case without punctuation, 0 for a number, {date}, {title}, and {} at one end for any words.
`;

/** Whether a profile may be written to this file. */
export function checkProfileFile(file: string): void {
  if (!/^\.(?:ya?ml|json)$/i.test(extname(file)))
    throw new UsageError(`${file}: a profile ends in .yaml, .yml or .json`);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${file} is a folder`);
}

/** Writes a profile as YAML, or as JSON where the file's name ends so; under another name until it is whole. */
export function writeProfile(file: string, profile: Profile): void {
  const partial = join(dirname(file), `.${basename(file)}.partial`);
  try {
    writeFileSync(partial, profileText(file, profile));
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

function profileText(file: string, profile: Profile): string {
  if (/\.json$/i.test(file)) return `${JSON.stringify(profile, null, 2)}\n`;
  // A line is never folded: what one searches for in the file should be found.
  return HEAD + stringify(profile, { lineWidth: 0, aliasDuplicateObjects: false });
}
