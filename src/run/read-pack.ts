import { checkPack, type Pack, packSchema } from "../check-pack.ts";
import { readChecked } from "./checked-file.ts";

/**
 * Reads and checks a user's pack.
 *
 * @throws {UsageError} which names the file, line and column of all that is wrong with it.
 */
export function readPack(file: string): Pack {
  const { $schema: _, ...pack } = readChecked<Pack & { readonly $schema?: string }>(file, packSchema, checkPack);
  return pack;
}
