import { type Command, Option } from "commander";
import type { CleanOptions } from "../clean-options.ts";
import type { Profile } from "../learn/profile.ts";
import type { Config } from "../run/read-config.ts";

/** Flags that name files with options in them. */
export interface FileFlags {
  readonly config?: string;
  readonly profile?: string;
  readonly pack: readonly string[];
}

/** The files that decide how a document is cleaned, the same for every command that does it. */
export function withOptionFiles(command: Command): Command {
  return command
    .option("--config <file>", "JSON file with CSS selectors for some sites")
    .option("--profile <file>", "furniture of each source, as dehusk learn writes it and you edited it")
    .addOption(packOption());
}

/** What stands in the files that the flags name. */
export async function optionsFromFiles({
  config,
  profile,
  pack,
}: FileFlags): Promise<Pick<CleanOptions, "sites" | "profile" | "packs">> {
  return {
    ...(config !== undefined && (await loadConfig(config))),
    ...(profile !== undefined && { profile: await loadProfile(profile) }),
    ...(await loadPacks(pack)),
  };
}

// Each reader is loaded where there is a file for it: YAML and the schemas cost nothing else.

export async function loadConfig(file: string): Promise<Config> {
  const { readConfig } = await import("../run/read-config.ts");
  return readConfig(file);
}

export async function loadProfile(file: string): Promise<Profile> {
  const { readProfile } = await import("../run/read-profile.ts");
  return readProfile(file);
}

export function packOption(): Option {
  return new Option("--pack <file>", "JSON file with phrases of furniture; may be given several times")
    .argParser((file: string, files: readonly string[]) => [...files, file])
    .default([], "none");
}

export async function loadPacks(files: readonly string[]): Promise<Pick<CleanOptions, "packs">> {
  if (files.length === 0) return {};
  const { readPack } = await import("../run/read-pack.ts");
  return { packs: files.map(readPack) };
}
