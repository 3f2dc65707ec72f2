import type { Failure } from "../core/failure.ts";
import type { RawRecord } from "../core/source.ts";
import { sourceFailure } from "./failures.ts";

/** Which fields of a JSON record hold what. */
export interface FieldOptions {
  readonly textField: string;
  readonly htmlField: string;
  readonly idField: string;
  readonly urlField: string;
  readonly titleField: string;
}

export const defaultFields: FieldOptions = {
  textField: "text",
  htmlField: "html",
  idField: "id",
  urlField: "url",
  titleField: "title",
};

/** What common corpora call their text, tried in this order when the user named no field. */
const otherTextFields = ["content", "body", "raw_content", "maintext", "article"];

type Fields = Readonly<Record<string, unknown>>;
type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

// TypeScript's library does not know the reviver's third argument yet.
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

/** The value a JSON text stands for, or `undefined` when it is not valid. Ids of more than 53 bits come as strings. */
export function parseJson(text: string, idField: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!elements.some((element) => isFields(element) && isInexact(element[idField]))) return value;
    // Rounded to a double, neighbouring ids would become one.
    return parseWithSource(text, (key, field, { source }) =>
      key === idField && isInexact(field) && source && /^-?\d+$/.test(source) ? source : field,
    );
  } catch {
    return undefined;
  }
}

/** The document in one parsed JSON value: HTML when it has any, else text. */
export function jsonRecord(
  value: unknown,
  path: string,
  record: number | undefined,
  options: FieldOptions,
): RawRecord | Failure {
  if (!isFields(value)) return sourceFailure("not-an-object", path, record);
  const html = value[options.htmlField];
  const texts = textFields(options).map((field) => value[field]);
  const content = isFilled(html) ? html : texts.find(isFilled);
  if (content === undefined) {
    const isBlank = [html, ...texts].some((field) => typeof field === "string");
    return sourceFailure(isBlank ? "empty" : "no-text", path, record);
  }
  const id = idOf(value[options.idField]);
  const url = webAddress(value[options.urlField]);
  const title = value[options.titleField];
  return {
    path,
    ...(record !== undefined && { record }),
    ...(id !== undefined && { id }),
    mediaType: content === html ? "text/html" : "text/plain",
    content,
    ...(url !== undefined && { url }),
    ...(isFilled(title) && { title }),
  };
}

/** Whether a table with these columns can have text in the fields that were asked for. */
export function hasContentColumn(columns: readonly string[], options: FieldOptions): boolean {
  return [options.htmlField, ...textFields(options)].some((field) => columns.includes(field));
}

function textFields({ textField }: FieldOptions): readonly string[] {
  return textField === defaultFields.textField ? [textField, ...otherTextFields] : [textField];
}

function idOf(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return isFilled(value) ? value : undefined;
}

/** An address of the web, or nothing. */
export function webAddress(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const protocol = URL.parse(value)?.protocol;
  return protocol === "http:" || protocol === "https:" ? value.trim() : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFilled(value: unknown): value is string {
  return typeof value === "string" && /\S/.test(value);
}

function isInexact(value: unknown): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}
