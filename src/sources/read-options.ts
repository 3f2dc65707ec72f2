import type { FieldOptions } from "./json-record.ts";
import { defaultLimits, type Limits } from "./limits.ts";

/** How inputs are read: with the inputs themselves, all that decides which records they give. */
export interface ReadOptions {
  readonly fields: FieldOptions;
  /** Those that differ from the default. */
  readonly limits?: Partial<Limits>;
}

export function limitsOf({ limits }: ReadOptions): Limits {
  return { ...defaultLimits, ...limits };
}
