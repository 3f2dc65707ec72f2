import type { SchemaElement } from "hyparquet";
import { recordShape, shapeAt, type ValueShape } from "./record-shape.ts";
import type { SelectedField } from "./select-fields.ts";

/** A column of a Parquet file. */
export interface ParquetColumn {
  readonly name: string;
  /** Its part of the file's schema, children after parents. */
  readonly elements: readonly SchemaElement[];
  /** A value of a record as the column takes it. */
  readonly convert: (value: unknown) => unknown;
}

/**
 * The columns of whole records, or of what is selected of them: texts as strings, whole numbers as 64-bit integers, lists
 * and objects nested; an object whose keys are not known beforehand is JSON, as a Parquet file's schema is fixed.
 */
export function parquetColumns(fields: readonly SelectedField[] | undefined): ParquetColumn[] {
  const record = recordShape();
  const { properties = {}, required = [] } = fields ? selectedShape(fields, record) : record;
  return Object.entries(properties).map(([name, shape]) => column(name, shape, required.includes(name)));
}

/** The shape of what {@link FieldSelector} makes of a record. */
function selectedShape(fields: readonly SelectedField[], record: ValueShape): ValueShape {
  const names = new Set(fields.map(({ name }) => name[0]!));
  const properties: Record<string, ValueShape> = {};
  const required: string[] = [];
  for (const name of names) {
    const own = fields.filter((field) => field.name[0] === name);
    const leaf = own.find((field) => field.name.length === 1);
    const found = leaf && shapeAt(record, leaf.path);
    const inner = own.map((field) => ({ ...field, name: field.name.slice(1) }));
    properties[name] = found ? found.shape : selectedShape(inner, record);
    // An object that parts of records are put into is always there.
    if (!found || found.always) required.push(name);
  }
  return { type: "object", properties, required };
}

function column(name: string, shape: ValueShape, isRequired: boolean): ParquetColumn {
  const repetition_type = isRequired ? "REQUIRED" : "OPTIONAL";
  const { elements, convert } = describe(name, shape, { repetition_type });
  return { name, elements, convert };
}

type Described = Pick<ParquetColumn, "elements" | "convert">;
type Repetition = Pick<SchemaElement, "repetition_type">;

function describe(name: string, shape: ValueShape, repetition: Repetition): Described {
  const leaf = (element: Omit<SchemaElement, "name">): SchemaElement[] => [{ name, ...repetition, ...element }];
  switch (shape.type) {
    case "string":
      return { elements: leaf({ type: "BYTE_ARRAY", converted_type: "UTF8" }), convert: same };
    case "integer":
      return { elements: leaf({ type: "INT64" }), convert: orNothing((value) => BigInt(value as number)) };
    case "number":
      return { elements: leaf({ type: "DOUBLE" }), convert: same };
    case "boolean":
      return { elements: leaf({ type: "BOOLEAN" }), convert: same };
    case "array":
      return list(name, shape.items!, repetition);
    case "object":
      if (shape.properties) return group(name, shape, repetition);
      return { elements: leaf({ type: "BYTE_ARRAY", converted_type: "JSON" }), convert: same };
  }
}

/** In the three levels that the format prescribes. */
function list(name: string, items: ValueShape, repetition: Repetition): Described {
  const inner = describe("element", items, { repetition_type: "REQUIRED" });
  return {
    elements: [
      { name, ...repetition, converted_type: "LIST", num_children: 1 },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      ...inner.elements,
    ],
    convert: orNothing((value) => (value as unknown[]).map(inner.convert)),
  };
}

function group(name: string, { properties = {}, required = [] }: ValueShape, repetition: Repetition): Described {
  const parts = Object.entries(properties).map(([key, shape]) => column(key, shape, required.includes(key)));
  const convert = (value: unknown): unknown =>
    Object.fromEntries(parts.map((part) => [part.name, part.convert((value as Record<string, unknown>)[part.name])]));
  return {
    elements: [{ name, ...repetition, num_children: parts.length }, ...parts.flatMap(({ elements }) => elements)],
    convert: orNothing(convert),
  };
}

const same = (value: unknown): unknown => value;

function orNothing(convert: (value: unknown) => unknown): (value: unknown) => unknown {
  return (value) => (value === undefined || value === null ? undefined : convert(value));
}
