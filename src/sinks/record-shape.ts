import { z } from "zod";
import { documentSchema } from "../core/schemas.ts";

/** A value as a JSON Schema describes it: the part of that language that the schema of a record is written in. */
export interface ValueShape {
  readonly type: "string" | "integer" | "number" | "boolean" | "array" | "object";
  readonly items?: ValueShape;
  /** Of an object whose keys are known. */
  readonly properties?: Readonly<Record<string, ValueShape>>;
  readonly required?: readonly string[];
  /** Of an object whose keys are not: what stands under each. */
  readonly additionalProperties?: ValueShape | false;
}

/** What a record can hold, from its schema, so that a field that is added there is known here. */
export function recordShape(): ValueShape {
  return z.toJSONSchema(documentSchema) as unknown as ValueShape;
}

/** What stands at the end of a path of keys, and whether every record has it; nothing where none can. */
export function shapeAt(
  shape: ValueShape,
  path: readonly string[],
): { readonly shape: ValueShape; readonly always: boolean } | undefined {
  let at: ValueShape | undefined = shape;
  let always = true;
  for (const key of path) {
    always &&= at.required?.includes(key) ?? false;
    at = at.properties ? ownProperty(at.properties, key) : at.additionalProperties || undefined;
    if (!at) return undefined;
  }
  return { shape: at, always };
}

function ownProperty<Value>(object: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
