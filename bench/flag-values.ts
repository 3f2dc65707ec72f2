import { InvalidArgumentError } from "commander";

/** Names with commas between. */
export function parseList(value: string): readonly string[] {
  return value.split(",").filter(Boolean);
}

export function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError("must be a whole number from 1.");
  return count;
}
