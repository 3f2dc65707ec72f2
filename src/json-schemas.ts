import { z } from "zod";
import { packSchema } from "./check-pack.ts";
import { runSchemas } from "./core/schemas.ts";

/** The schemas by the name of their file. */
export const schemas: Readonly<Record<string, z.ZodType>> = { ...runSchemas, pack: packSchema };

/** The JSON Schema (2020-12) of one of the outputs, or of a file that a user writes. */
export function jsonSchema(name: string): unknown {
  const schema = schemas[name];
  if (!schema) throw new TypeError(`there is no schema "${name}"`);
  return { $id: `urn:dehusk:1:${name}`, title: `dehusk ${name}`, ...z.toJSONSchema(schema) };
}
