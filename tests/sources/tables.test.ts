import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, test } from "vitest";
import type { Found } from "../../src/core/source.ts";
import { CsvRows } from "../../src/sources/csv-rows.ts";
import { defaultFields } from "../../src/sources/json-record.ts";
import type { ReadOptions } from "../../src/sources/read-options.ts";
import { readRecords } from "../../src/sources/read-records.ts";
import { zipFile } from "./archive-files.ts";
import { collect } from "./pieces.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function read(path: string, content: string | Uint8Array, options: Partial<ReadOptions> = {}): Promise<Found[]> {
  const file = join(temporaryFolder({ [path]: content }), path);
  const reading = { fields: defaultFields, ...options };
  const { items, error } = await collect(readRecords({ path, file, bytes: content.length }, reading));
  expect(error).toBeUndefined();
  return items;
}

function outcomes(found: readonly Found[]): [number | undefined, unknown][] {
  return found.map((item) => [
    item.record,
    "content" in item ? item.content : "reason" in item ? item.reason : "skipped",
  ]);
}

describe("CsvRows", () => {
  const field = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('a "b"', "x,y", "one\r\ntwo", "", '"', "\u00e9"));
  const quote = (text: string): string => (/^"|[,\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  test("gives back what was written, in any pieces", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 1 })),
        fc.array(fc.nat(9)),
        fc.boolean(),
        (rows, sizes, isCrLf) => {
          const text = rows.map((row) => `${row.map(quote).join(",")}${isCrLf ? "\r\n" : "\n"}`).join("");
          const cutter = new CsvRows(",", 1e6);
          const seen: (readonly string[])[] = [];
          let at = 0;
          for (const size of [...sizes, text.length]) {
            seen.push(...cutter.add(text.slice(at, at + size)));
            at += size;
          }
          seen.push(...cutter.end());
          expect(seen).toEqual(rows);
        },
      ),
    );
  });

  test("takes a quotation mark inside a field for itself", () => {
    expect([...new CsvRows(",", 99).add('5" pipe,a"b"\n')]).toEqual([['5" pipe', 'a"b"']]);
  });
});

describe("CSV", () => {
  test("maps its columns as fields, numbers its rows, and counts short and blank ones", async () => {
    const csv = '\ufeffid,url,text,n\r\n7,https://a.example/,"One, ""two""\nthree",4\r\n\r\n8,no address\r\n9,,Last';
    const found = await read("a.csv", csv);
    expect(outcomes(found)).toEqual([
      [1, 'One, "two"\nthree'],
      [2, "no-text"],
      [3, "Last"],
    ]);
    expect(found[0]).toMatchObject({ path: "a.csv", id: "7", url: "https://a.example/", mediaType: "text/plain" });
  });

  test("by tabs, by semicolons, packed, and in an archive", async () => {
    expect(outcomes(await read("a.tsv", "html\ttitle\n<p>x, y\tT\n"))).toEqual([[1, "<p>x, y"]]);
    expect(outcomes(await read("b.csv", "text;n\na, b;1,5\n"))).toEqual([[1, "a, b"]]);
    expect(outcomes(await read("a.csv.gz", gzipSync("text\nx\n")))).toEqual([[1, "x"]]);
    const zip = zipFile([{ name: "t.tsv", content: "n\ttext\n1\tx" }]);
    expect(await read("a.zip", zip)).toMatchObject([{ path: "a.zip/t.tsv", record: 1, content: "x" }]);
  });

  test.each<readonly [name: string, content: string | Uint8Array, outcome: readonly unknown[]]>([
    ["no column that was asked for", "a,b\n1,2\n3,4\n", [[undefined, "no-text"]]],
    ["no row", "text\n", [[undefined, "empty"]]],
    [
      "an open quotation",
      'text\nx\n"y\nz',
      [
        [1, "x"],
        [2, "damaged"],
      ],
    ],
    ["broken UTF-8", Buffer.from("text\ncaf\xe9\n", "latin1"), [[undefined, "undecodable"]]],
    [
      "a row too long",
      `text\nx\n${"y".repeat(300)}\n`,
      [
        [1, "x"],
        [2, "too-large"],
      ],
    ],
  ])("with %s", async (_, content, outcome) => {
    expect(outcomes(await read("a.csv", content, { limits: { recordBytes: 200 } }))).toEqual(outcome);
  });
});

describe("Parquet", () => {
  const texts = Array.from({ length: 2500 }, (_, i) => `Text ${i}`);
  const table = (): Uint8Array =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: "id", data: texts.map((_, i) => BigInt(i)), type: "INT64" },
          { name: "text", data: texts, type: "STRING" },
        ],
        rowGroupSize: 1000,
      }),
    );

  test("gives its rows over all row groups, alone and in an archive", async () => {
    const found = await read("a.parquet", table());
    expect(outcomes(found)).toEqual(texts.map((text, i) => [i + 1, text]));
    expect(found[7]).toMatchObject({ path: "a.parquet", id: "7" });
    const inner = await read("a.zip", zipFile([{ name: "t.parquet", content: table() }]));
    expect(outcomes(inner)).toEqual(outcomes(found));
  });

  test("maps other columns, and says that there are none", async () => {
    const content = new Uint8Array(
      parquetWriteBuffer({ columnData: [{ name: "story", data: ["x"], type: "STRING" }] }),
    );
    expect(outcomes(await read("a.parquet", content, { fields: { ...defaultFields, textField: "story" } }))).toEqual([
      [1, "x"],
    ]);
    expect(outcomes(await read("a.parquet", content))).toEqual([[undefined, "no-text"]]);
  });

  test("damaged anywhere, never throws, and says so", async () => {
    const whole = table();
    expect(outcomes(await read("a.parquet", whole.subarray(0, 900)))).toEqual([[undefined, "damaged"]]);
    for (let at = 100; at < whole.length; at += 997) {
      const bytes = whole.slice();
      bytes.fill(0xff, at, at + 8);
      const found = await read("a.parquet", bytes);
      expect(found.length).toBeGreaterThan(0);
    }
  });
});
