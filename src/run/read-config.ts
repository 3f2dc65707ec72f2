import { readFileSync } from "node:fs";
import type { CleanOptions } from "../clean-options.ts";
import { configSchema } from "../core/schemas.ts";
import { checkSites } from "../pipeline.ts";
import { UsageError } from "./usage-error.ts";

/** What a configuration file says. */
export type Config = Pick<CleanOptions, "sites">;

/**
 * Reads and checks a configuration file.
 *
 * @throws {UsageError} which names the file and the place in it, when it cannot be read, is no JSON or says what no
 * configuration may say.
 */
export function readConfig(file: string): Config {
  const { $schema: _, ...config } = parseConfig(file, readText(file));
  const fault = config.sites && checkSites(config.sites);
  if (fault !== undefined) throw new UsageError(`${file}: ${fault}`);
  return config;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

function parseConfig(file: string, text: string): Config & { readonly $schema?: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file}: is no JSON: ${(error as Error).message}`);
  }
  const { data, error } = configSchema.safeParse(value);
  if (!error) return data as Config;
  const faults = error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`);
  throw new UsageError(`${file}: ${faults.join("; ")}`);
}

/** A path into JSON as one would write it in code: `sites["news.example"].body`. */
function placeOf(path: readonly PropertyKey[]): string {
  const keys = path.map(String);
  return keys.length === 0
    ? "the whole"
    : keys.map((key, i) => (/^[a-z]\w*$/i.test(key) ? (i > 0 ? `.${key}` : key) : `["${key}"]`)).join("");
}
