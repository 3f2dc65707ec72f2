import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultFields } from "../../src/sources/json-record.ts";
import { type LineChunk, type LostLine, readJsonLines, splitJsonLines } from "../../src/sources/jsonl.ts";
import { cutBytes, streamOf } from "./pieces.ts";

type Item = ReturnType<typeof readJsonLines> extends Iterable<infer Read> ? Read : never;

function read(content: string | Uint8Array, firstRecord = 1): Item[] {
  return [...readJsonLines(Buffer.from(content), "a.jsonl", firstRecord, defaultFields)];
}

/** What came of each line: its content, or why there is none. */
function outcomes(items: readonly Item[]): [number | undefined, unknown][] {
  return items.map((item) => [item.record, "reason" in item ? item.reason : item.content]);
}

async function split(
  pieces: readonly Uint8Array[],
  chunkBytes: number,
  lineBytes = 1000,
): Promise<(LineChunk | LostLine)[]> {
  const chunks: (LineChunk | LostLine)[] = [];
  for await (const chunk of splitJsonLines(streamOf(pieces), "-", { chunkBytes, lineBytes })) chunks.push(chunk);
  return chunks;
}

describe("readJsonLines", () => {
  test("numbers records by line, counts blank lines, takes CRLF, a BOM and a last line without an end", () => {
    const text = '\ufeff{"text":"one"}\r\n\r\n  \n{"text":"four"}\n{"html":"<p>five"}';
    expect(outcomes(read(text))).toEqual([
      [1, "one"],
      [4, "four"],
      [5, "<p>five"],
    ]);
    expect(outcomes(read(text, 101))).toEqual([
      [101, "one"],
      [104, "four"],
      [105, "<p>five"],
    ]);
  });

  test("a bad line is a failure with its number, and the next one is read", () => {
    const bad = ['{"text":"one"}', '{"text": "tw', "[1]", '"three"', '{"n":1}', '{"text":""}', '{"text":"seven"}'];
    expect(outcomes(read(bad.join("\n")))).toEqual([
      [1, "one"],
      [2, "invalid-json"],
      [3, "invalid-json"],
      [4, "invalid-json"],
      [5, "no-text"],
      [6, "empty"],
      [7, "seven"],
    ]);
  });

  test("invalid UTF-8 spoils only its own line", () => {
    const content = Buffer.from('{"text":"one"}\n{"text":"caf\xe9"}\n{"text":"caf\xc3\xa9"}\n', "latin1");
    expect(outcomes(read(content))).toEqual([
      [1, "one"],
      [2, "undecodable"],
      [3, "café"],
    ]);
  });

  test("a BOM where two files were joined, and a line separator within a string, break nothing", () => {
    const text = '{"text":"a\u2028b"}\n\ufeff{"text":"c"}\n';
    expect(outcomes(read(text))).toEqual([
      [1, "a\u2028b"],
      [2, "c"],
    ]);
  });

  test("nothing gives nothing", () => {
    expect(read("")).toEqual([]);
    expect(read("\n\n")).toEqual([]);
  });

  test("a view into a larger buffer is read as the view", () => {
    const bytes = new Uint8Array(Buffer.from('garbage{"text":"x"}\ngarbage')).subarray(7, 20);
    expect(outcomes([...readJsonLines(bytes, "-", 1, defaultFields)])).toEqual([[1, "x"]]);
  });
});

describe("splitJsonLines", () => {
  const line = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom('{"text":"x"}', '{"text":"é"}\r', "", "{", "\ufeff")
      .map((text) => new Uint8Array(Buffer.from(text))),
  );
  const content = fc
    .tuple(fc.array(line, { maxLength: 20 }), fc.boolean())
    .map(([lines, isEnded]) => Buffer.concat(lines.flatMap((l, i) => [l, Buffer.from(isEnded || i > 0 ? "\n" : "")])));
  const sizes = fc.array(fc.nat(30), { maxLength: 20 });

  test("in any pieces and chunks gives the records of the whole", async () => {
    await fc.assert(
      fc.asyncProperty(content, sizes, fc.integer({ min: 1, max: 80 }), async (bytes, pieces, chunkBytes) => {
        const chunks = (await split(cutBytes(bytes, pieces), chunkBytes)) as LineChunk[];
        expect(Buffer.concat(chunks.map((chunk) => chunk.bytes))).toEqual(bytes);
        const read = (chunk: LineChunk): Item[] => [
          ...readJsonLines(chunk.bytes, "-", chunk.firstRecord, defaultFields),
        ];
        expect(chunks.flatMap(read)).toEqual(read({ bytes: new Uint8Array(bytes), firstRecord: 1 }));
        for (const chunk of chunks)
          if (chunk.bytes.length > chunkBytes) expect(numbered(chunk.bytes, 1)).toHaveLength(1);
      }),
    );
  });

  test("chunks do not depend on the pieces, and a line too long is passed over and reported in its place", async () => {
    const limit = 8;
    await fc.assert(
      fc.asyncProperty(content, sizes, fc.integer({ min: 1, max: 40 }), async (bytes, pieces, chunkBytes) => {
        const chunks = await split(cutBytes(bytes, pieces), chunkBytes, limit);
        expect(chunks).toEqual(await split([bytes], chunkBytes, limit));
        const seen = chunks.flatMap((chunk): [number, string][] =>
          "failure" in chunk ? [[chunk.failure.record!, "too-large"]] : numbered(chunk.bytes, chunk.firstRecord),
        );
        const expected = numbered(bytes, 1).map(([n, text]) => [n, text.length > limit ? "too-large" : text]);
        expect(seen).toEqual(expected);
      }),
    );
  });

  test("a line longer than a chunk is passed on whole, alone", async () => {
    const chunks = await split([Buffer.from("a\n123456789\nb\nc")], 5);
    expect(chunks.map((chunk) => "bytes" in chunk && [Buffer.from(chunk.bytes).toString(), chunk.firstRecord])).toEqual(
      [
        ["a\n", 1],
        ["123456789\n", 2],
        ["b\nc", 3],
      ],
    );
  });

  test("a last line too long, without an end, is reported too", async () => {
    const chunks = await split([Buffer.from("a\n12345"), Buffer.from("6789")], 100, 5);
    expect(chunks[1]).toMatchObject({ failure: { path: "-", record: 2, reason: "too-large" } });
    expect(chunks).toHaveLength(2);
  });

  test("chunks own their memory, so they can be transferred", async () => {
    const [chunk] = (await split([Buffer.from("a\n")], 100)) as LineChunk[];
    expect(chunk!.bytes.buffer.byteLength).toBe(2);
  });

  test("nothing gives no chunk, and the default chunk is 1 MiB", async () => {
    expect(await split([], 5)).toEqual([]);
    expect(await split([new Uint8Array()], 5)).toEqual([]);
    const lengths: number[] = [];
    const lines = Buffer.alloc(3 * 2 ** 20, `${"x".repeat(1023)}\n`);
    for await (const chunk of splitJsonLines(streamOf([lines]), "-"))
      if ("bytes" in chunk) lengths.push(chunk.bytes.length);
    expect(lengths).toEqual([2 ** 20, 2 ** 20, 2 ** 20]);
  });
});

function numbered(bytes: Uint8Array, firstRecord: number): [number, string][] {
  const lines =
    Buffer.from(bytes)
      .toString("latin1")
      .match(/[^\n]*\n|[^\n]+/g) ?? [];
  return lines.map((text, i) => [firstRecord + i, text]);
}
