import type { DocumentRecord } from "../core/record.ts";

/** Characters that JSON leaves as they are and YAML wants escaped. */
const UNPRINTABLE = /[\x7f-\x9f\u2028\u2029\ufeff]/g;

/** What stands in a document's own file: its text, below what is known of it where that is asked for. */
export function fileContent(record: DocumentRecord, frontMatter: boolean): string {
  // Half a surrogate pair has no place in UTF-8.
  return `${frontMatter ? yamlOf(record) : ""}${record.text}\n`.toWellFormed();
}

/** Values are written as JSON, which YAML can be: nothing of a page can end its string. */
function yamlOf({
  id,
  source,
  title,
  byline,
  published,
  modified,
  site,
  lang,
  description,
  licence,
  tags,
  flags,
}: DocumentRecord): string {
  const { url, path, record } = source;
  const known = { id, title, byline, published, modified, site, lang, url, path, record, description, licence, tags };
  const values = Object.entries({ ...known, ...(flags.length > 0 && { flags }) }).filter(
    ([, value]) => value !== undefined,
  );
  return `---\n${values.map(([key, value]) => `${key}: ${escaped(value)}\n`).join("")}---\n\n`;
}

function escaped(value: unknown): string {
  return JSON.stringify(value).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
