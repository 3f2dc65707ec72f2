import type { CleanOptions } from "../clean-options.ts";
import { configSchema } from "../core/schemas.ts";
import { UsageError } from "../core/usage-error.ts";
import { checkSites } from "../pipeline.ts";
import { readChecked } from "./checked-file.ts";

/** What a configuration file says. */
export type Config = Pick<CleanOptions, "sites">;

/**
 * Reads and checks a configuration file.
 *
 * @throws {UsageError} which names the file and the place in it, when it cannot be read, is no JSON or says what no
 * configuration may say.
 */
export function readConfig(file: string): Config {
  const { $schema: _, ...config } = readChecked<Config & { readonly $schema?: string }>(file, configSchema);
  const fault = config.sites && checkSites(config.sites);
  if (fault !== undefined) throw new UsageError(`${file}: ${fault}`);
  return config;
}
