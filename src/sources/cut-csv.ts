import { CsvRows } from "./csv-rows.ts";
import type { CutContext, Entry } from "./cut-entry.ts";
import { readingFailure } from "./failures.ts";
import { hasContentColumn } from "./json-record.ts";
import type { Parcel, ParcelContent } from "./parcel.ts";
import type { Row } from "./row.ts";
import { RowParcels } from "./row-parcels.ts";
import { SourceError } from "./source-error.ts";

/** A table as CSV, or TSV by its name, in UTF-8; its first row names the columns, the rows behind it are numbered from 1. */
export async function* cutCsv({ path, part, blocks }: Entry, { fields, limits }: CutContext): AsyncGenerator<Parcel> {
  const parcels = new RowParcels();
  try {
    for await (const row of readRows(decode(blocks), /\.tsv(?:\.|$)/i.test(path), limits.recordBytes)) {
      if (parcels.next === 1 && !hasContentColumn(Object.keys(row), fields)) throw new SourceError("no-text");
      for (const content of parcels.add(row)) yield { ...content, path, part };
    }
    if (parcels.next === 1) throw new SourceError("empty");
    for (const content of parcels.take()) yield { ...content, path, part };
  } catch (error) {
    const record = parcels.next;
    for (const content of parcels.take()) yield { ...content, path, part };
    const found: ParcelContent = { kind: "found", found: readingFailure(error, path, record > 1 ? record : undefined) };
    yield { ...found, path, part };
  }
}

async function* decode(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const next = (block?: Uint8Array): string => {
    try {
      return block ? decoder.decode(block, { stream: true }) : decoder.decode();
    } catch {
      throw new SourceError("not-utf8");
    }
  };
  for await (const block of blocks) yield next(block);
  yield next();
}

async function* readRows(texts: AsyncIterable<string>, isTabbed: boolean, mostUnits: number): AsyncGenerator<Row> {
  let cutter: CsvRows | undefined;
  let columns: readonly string[] | undefined;
  const name = function* (rows: Iterable<readonly string[]>): Generator<Row> {
    for (const row of rows) {
      const named = columns;
      columns ??= row;
      // A blank line is no row.
      if (named && (row.length > 1 || row[0] !== ""))
        yield Object.fromEntries(named.map((column, i) => [column, row[i]]));
    }
  };
  for await (const text of texts) {
    if (text === "") continue;
    cutter ??= new CsvRows(isTabbed ? "\t" : delimiterOf(text), mostUnits);
    yield* name(cutter.add(text));
  }
  if (cutter) yield* name(cutter.end());
}

/** What separates the names of the columns: where commas are used in numbers, programs write semicolons. */
function delimiterOf(text: string): string {
  const header = text.slice(0, (text.indexOf("\n") + 1 || text.length + 1) - 1);
  return !header.includes(",") && header.includes(";") ? ";" : ",";
}
