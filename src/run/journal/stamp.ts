import { createHash, hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { version } from "../../version.ts";
import type { RecordOptions } from "../record-options.ts";

/** All that decides, beside the content of an input, what is made of it. */
export interface Stamp {
  readonly version: string;
  /** SHA-256 of dehusk's code and data, in hex: a version can be worked on. */
  readonly code: string;
  /** Its Unicode and its arithmetic are Node's. */
  readonly node: string;
  /** SHA-256 of the options, in hex. */
  readonly options: string;
}

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** The folder that this code lies in, built or not, and the data that it reads. */
const OWN = [/[\\/]dist[\\/]/.test(import.meta.url) ? "dist" : "src", "packs", "models"] as const;

export function stampOf(options: RecordOptions): Stamp {
  return {
    version,
    code: codeSum(),
    node: process.versions.node,
    options: hash("sha256", JSON.stringify(options, sortKeys), "hex"),
  };
}

/** What differs, in words for the user; empty where nothing does. */
export function differences(before: Stamp, now: Stamp): string[] {
  const words: string[] = [];
  if (before.version !== now.version) words.push(`dehusk was ${before.version} and is ${now.version}`);
  else if (before.code !== now.code) words.push("dehusk's code is another");
  if (before.node !== now.node) words.push(`Node was ${before.node} and is ${now.node}`);
  if (before.options !== now.options) words.push("the options are others");
  return words;
}

function codeSum(): string {
  const sum = createHash("sha256");
  for (const folder of OWN) {
    const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
    for (const file of files.filter((name) => /\.(?:ts|js|json)$/.test(name)).sort())
      sum.update(`${file}\0`).update(readFileSync(join(ROOT, folder, file)));
  }
  return sum.digest("hex");
}

/** The same options in another order are the same. */
function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
