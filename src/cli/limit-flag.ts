import { type Command, InvalidArgumentError, Option } from "commander";
import type { Limits } from "../sources/limits.ts";
import { maxTextBytes } from "../sources/max-text-bytes.ts";

/** The part of the flags that says what an input may ask of the machine. */
export interface LimitFlags {
  readonly limit: Partial<Limits>;
}

interface LimitName {
  readonly key: keyof Limits;
  readonly most: number;
}

const names: ReadonlyMap<string, LimitName> = new Map([
  ["record-bytes", { key: "recordBytes", most: maxTextBytes }],
  ["ratio", { key: "ratio", most: Number.MAX_SAFE_INTEGER }],
  ["unpacked-bytes", { key: "unpackedBytes", most: Number.MAX_SAFE_INTEGER }],
  ["depth", { key: "depth", most: 100 }],
]);

const factors: ReadonlyMap<string, number> = new Map([
  ["", 1],
  ["K", 2 ** 10],
  ["M", 2 ** 20],
  ["G", 2 ** 30],
  ["T", 2 ** 40],
]);

/** The limits on input, the same for every command that reads it. */
export function withLimitOption(command: Command): Command {
  return command.addOption(
    new Option("--limit <name=n>", `limit on input, several times: ${[...names.keys()].join(", ")}; n as 64M`)
      .argParser(parseLimit)
      .default({}, "see docs/sources.md"),
  );
}

/** The limits as options of a run; nothing where none was given. */
export function limitsOfFlags({ limit }: LimitFlags): { readonly limits?: Partial<Limits> } {
  return Object.keys(limit).length > 0 ? { limits: limit } : {};
}

/** A number of bytes such as `512M`. */
export function parseBytes(text: string): number {
  const [, digits = "", unit = ""] = /^(\d{1,12})([KMGT]?)$/.exec(text) ?? [];
  const bytes = Number(digits) * factors.get(unit)!;
  if (bytes < 2 ** 20) throw new InvalidArgumentError("must be as 512M, and 1M or more.");
  return bytes;
}

function parseLimit(text: string, others: Partial<Limits>): Partial<Limits> {
  const [, name = "", digits = "", unit = ""] = /^([a-z-]+)=(\d{1,15})([KMGT]?)$/.exec(text) ?? [];
  const known = names.get(name);
  if (!known) throw new InvalidArgumentError(`must be as record-bytes=64M; names: ${[...names.keys()].join(", ")}.`);
  const value = Number(digits) * factors.get(unit)!;
  if (value < 1 || value > known.most) throw new InvalidArgumentError(`${name} must be from 1 to ${known.most}.`);
  return { ...others, [known.key]: value };
}
