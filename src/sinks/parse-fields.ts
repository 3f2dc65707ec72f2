import { UsageError } from "../core/usage-error.ts";
import { recordShape, shapeAt, type ValueShape } from "./record-shape.ts";
import type { SelectedField } from "./select-fields.ts";

/** Selections under the names that others read: what each calls text, id and metadata. */
export const presets: Readonly<Record<string, string>> = {
  // A flat table; the columns of a data set have to be the same in every row.
  huggingface:
    "id,text,title,byline,published,modified,site,lang,url=source.url,path=source.path,record=source.record,page_type=pageType",
  datatrove: `text,id,${underMetadata("language")},metadata.path=source.path`,
  langchain: `id,page_content=text,${underMetadata("language")},metadata.source=source.path`,
  llamaindex: `id_=id,text,${underMetadata("language")},metadata.file_path=source.path`,
};

function underMetadata(language: string): string {
  const same = ["title", "byline", "published", "modified", "site"].map((field) => `metadata.${field}=${field}`);
  return [...same, `metadata.${language}=lang`, "metadata.url=source.url", "metadata.record=source.record"].join(",");
}

/**
 * Reads a selection as it is written on a command line: `id,text,url=source.url,meta.lang=lang`. Each part is the name that
 * is written, then, where the record has another for it, `=` and that; dots lead into objects on both sides.
 *
 * @throws {UsageError} for a field that no record can have, and for two under one name.
 */
export function parseFields(text: string, shape: ValueShape = recordShape()): SelectedField[] {
  const fields = text.split(",").map((part) => parseField(part.trim(), shape));
  for (const [i, { name }] of fields.entries()) {
    const clash = fields.slice(0, i).find((other) => isWithin(other.name, name) || isWithin(name, other.name));
    if (clash) throw new UsageError(`the fields ${clash.name.join(".")} and ${name.join(".")} cannot both be written`);
  }
  return fields;
}

function parseField(part: string, shape: ValueShape): SelectedField {
  const [written = "", read = written, ...more] = part.split("=");
  const name = written.split(".");
  const path = read.split(".");
  if (more.length > 0 || name.includes("") || path.includes(""))
    throw new UsageError(`"${part}" names no field; write it as text, url=source.url or meta.lang=lang`);
  if (!shapeAt(shape, path)) throw new UsageError(`no record can have the field "${read}"; ${sayKeys(path, shape)}`);
  return { name, path };
}

/** The keys that there are where a path goes astray. */
function sayKeys(path: readonly string[], shape: ValueShape): string {
  const known = path.findIndex((_, i) => !shapeAt(shape, path.slice(0, i + 1)));
  const keys = Object.keys(shapeAt(shape, path.slice(0, known))?.shape.properties ?? {});
  const where = known === 0 ? "a record" : path.slice(0, known).join(".");
  return keys.length > 0 ? `${where} has ${keys.join(", ")}` : `${where} has no fields`;
}

const isWithin = (outer: readonly string[], inner: readonly string[]): boolean =>
  outer.every((key, i) => inner[i] === key);
