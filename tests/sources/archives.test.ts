import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Found } from "../../src/core/source.ts";
import { cutInput } from "../../src/sources/cut-input.ts";
import { defaultFields } from "../../src/sources/json-record.ts";
import type { ReadOptions } from "../../src/sources/read-options.ts";
import { openParcel, readRecords } from "../../src/sources/read-records.ts";
import { type TestMember, tarFile, tarMember, zipFile } from "./archive-files.ts";
import { collect, cutBytes, streamOf } from "./pieces.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { response, warcGz } from "./warc-file.ts";

async function read(path: string, content: Uint8Array, limits: ReadOptions["limits"] = {}): Promise<Found[]> {
  const file = join(temporaryFolder({ [path]: content }), path);
  const { items, error } = await collect(
    readRecords({ path, file, bytes: content.length }, { fields: defaultFields, limits }),
  );
  expect(error).toBeUndefined();
  return items;
}

/** Path, number and content of each, or why there is none. */
function outcomes(found: readonly Found[]): string[] {
  return found.map((item) => {
    const name = `${item.path}${item.record === undefined ? "" : `:${item.record}`}`;
    if ("reason" in item) return `${name} failed: ${item.reason}`;
    if ("skipped" in item) return `${name} skipped: ${item.skipped}`;
    return `${name} ${Buffer.from(item.content)}`;
  });
}

const kinds: readonly [name: string, pack: (members: readonly TestMember[]) => Uint8Array][] = [
  ["a.zip", zipFile],
  ["a.tar", tarFile],
  ["a.tar.gz", (members) => gzipSync(tarFile(members))],
  ["a.tgz", (members) => gzipSync(tarFile(members))],
  ["a.tar.zst", (members) => zstdCompressSync(tarFile(members))],
];

describe.each(kinds)("%s", (path, pack) => {
  test("gives its members in order, each read as its own name says", async () => {
    const members: TestMember[] = [
      { name: "z/page.html", content: "<p>One" },
      { name: "./b.jsonl", content: '{"text":"x"}\nbroken\n{"text":"y"}\n' },
      { name: "a.txt.gz", content: gzipSync("packed") },
      { name: "list.json", content: '[{"text":"e"}]' },
      { name: "crawl.warc.gz", content: warcGz([response("https://a.example/", "<p>Two")]) },
      { name: "deep.zip", content: zipFile([{ name: "in/c.txt", content: "inner" }]) },
      { name: "d.txt", content: "" },
      { name: "e.jsonl", content: "\n" },
      { name: "none.zip", content: zipFile([]) },
    ];
    expect(outcomes(await read(path, pack(members)))).toEqual([
      `${path}/z/page.html <p>One`,
      `${path}/b.jsonl:1 x`,
      `${path}/b.jsonl:2 failed: invalid-json`,
      `${path}/b.jsonl:3 y`,
      `${path}/a.txt.gz packed`,
      `${path}/list.json:1 e`,
      `${path}/crawl.warc.gz:1 <p>Two`,
      `${path}/deep.zip/in/c.txt inner`,
      `${path}/d.txt failed: empty`,
      `${path}/e.jsonl failed: empty`,
      `${path}/none.zip failed: empty`,
    ]);
  });

  test("reads no name that leads out, steers a terminal or is hidden, and goes on", async () => {
    const bad = ["../up.txt", "/etc/passwd", "a/../../b", "C:/x", "a\\b", "red\x1b[31m.txt", "turn\u202e.txt"];
    const hidden = [".env", "a/.git/config", "node_modules/x.txt", "__MACOSX/y.txt"];
    const members = [...bad, ...hidden, "a..b/c...txt", "C.txt"].map((name) => ({ name, content: "text" }));
    const zipped = outcomes(await read(path, pack(members)));
    // ZIP's library reads a backslash as the slash that it often stands for.
    const expected = path === "a.zip" ? bad.length - 1 : bad.length;
    expect(zipped.filter((outcome) => outcome === `${path} failed: unsafe-name`)).toHaveLength(expected);
    expect(zipped.filter((outcome) => outcome === `${path} skipped: hidden`)).toHaveLength(hidden.length);
    expect(zipped.slice(-2)).toEqual([`${path}/a..b/c...txt text`, `${path}/C.txt text`]);
  });

  test("keeps the members before a damage, and says that it is damaged", async () => {
    const numbers = (i: number): string => Array.from({ length: 900 }, (_, k) => (i * 900 + k) * 7919).join(" ");
    const members = Array.from({ length: 60 }, (_, i) => ({ name: `${i}.txt`, content: numbers(i) }));
    const whole = pack(members);
    const found = outcomes(await read(path, whole.subarray(0, whole.length * 0.5)));
    const kept = found.filter((outcome) => !outcome.includes("failed"));
    // The directory of a ZIP archive stands at its end.
    expect(kept.length).toBeGreaterThan(path === "a.zip" ? -1 : 10);
    expect(found.slice(0, kept.length)).toEqual(kept);
    expect(found.at(-1)).toBe(`${path} failed: damaged`);
  });

  test("goes no deeper than the limit", async () => {
    let inner = pack([{ name: "x.txt", content: "deep" }]);
    for (let i = 0; i < 3; i++) inner = pack([{ name: path, content: inner }]);
    expect(outcomes(await read(path, inner))).toEqual([`${path}/${path}/${path}/${path} failed: limit`]);
    expect(outcomes(await read(path, inner, { depth: 4 }))).toEqual([`${path}/${path}/${path}/${path}/x.txt deep`]);
  });

  test("passes over a member that is too large, and stops at a bomb", async () => {
    const members = [
      { name: "a.txt", content: "x".repeat(300) },
      { name: "b.txt", content: "small" },
    ];
    expect(outcomes(await read(path, pack(members), { recordBytes: 200 }))).toEqual([
      `${path}/a.txt failed: too-large`,
      `${path}/b.txt small`,
    ]);
    if (path === "a.tar") return;
    const bomb = pack([...members, { name: "c.txt", content: Buffer.alloc(2e7) }]);
    const found = outcomes(await read(path, bomb));
    expect(found.slice(0, 3).map((outcome) => outcome.slice(0, 15 + path.length))).toEqual([
      `${path}/a.txt xxxxxxxxxxxxxxx`.slice(0, 15 + path.length),
      `${path}/b.txt small`.slice(0, 15 + path.length),
      `${path}/c.txt failed: limit`.slice(0, 15 + path.length),
    ]);
  });
});

describe("ZIP", () => {
  test("says what it cannot read of a member, finds a wrong checksum, and leaves links alone", async () => {
    const stored = zipFile([{ name: "crc.txt", content: "checksum", method: 0 }]);
    stored.write("CHECKSUM", stored.indexOf("checksum"));
    expect(outcomes(await read("b.zip", stored))).toEqual(["b.zip/crc.txt failed: damaged"]);
    const members: TestMember[] = [
      { name: "locked.txt", content: "secret", flags: 0x801 },
      { name: "odd.txt", content: "lzma", method: 14 },
      { name: "link", content: "/etc/passwd", mode: 0o120777 },
      { name: "folder/", content: "" },
      { name: "stored.txt", content: "as it is", method: 0 },
    ];
    expect(outcomes(await read("a.zip", zipFile(members)))).toEqual([
      "a.zip/locked.txt failed: encrypted",
      "a.zip/odd.txt failed: unsupported",
      "a.zip/link skipped: no-file",
      "a.zip/stored.txt as it is",
    ]);
  });

  test("that is a WACZ file gives its crawl, and counts the rest", async () => {
    const members: TestMember[] = [
      { name: "archive/data.warc.gz", content: warcGz([response("https://a.example/", "<p>Crawled")]) },
      { name: "indexes/index.cdx.gz", content: gzipSync("com,example)/ 2025") },
      { name: "pages/pages.jsonl", content: '{"url":"https://a.example/","text":"Crawled"}\n' },
      { name: "datapackage.json", content: "{}" },
    ];
    expect(outcomes(await read("a.wacz", zipFile(members)))).toEqual([
      "a.wacz/archive/data.warc.gz:1 <p>Crawled",
      "a.wacz/indexes/index.cdx.gz skipped: index",
      "a.wacz/pages/pages.jsonl skipped: index",
      "a.wacz/datapackage.json skipped: index",
    ]);
  });

  test("is a failure where there is none, and none is needed for a name that only looks so", async () => {
    expect(outcomes(await read("a.zip", Buffer.from("no archive")))).toEqual(["a.zip failed: damaged"]);
    expect(outcomes(await read("zip", Buffer.from("A text.")))).toEqual(["zip A text."]);
  });
});

describe("TAR", () => {
  const options = { fields: defaultFields };

  test("in any pieces gives the same members", async () => {
    const name = fc.stringMatching(/^[a-z]{1,9}\.txt$/);
    const member = fc.record({
      name,
      content: fc.string({ maxLength: 1500 }),
      type: fc.constantFrom("0", "\0", "5", "2"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(member, { maxLength: 5 }), fc.array(fc.nat(900)), async (members, sizes) => {
        const bytes = tarFile(members);
        const cut = async (pieces: readonly Uint8Array[]) => {
          const input = { path: "a.tar", file: "", bytes: 0 };
          const { items } = await collect(cutInput(input, options, streamOf(pieces)));
          return outcomes(items.flatMap(({ parcel }) => [...openParcel(parcel, options)]));
        };
        const whole = await cut([bytes]);
        expect(await cut(cutBytes(bytes, sizes))).toEqual(whole);
        expect(whole).toHaveLength(members.filter(({ type }) => type !== "5").length);
      }),
      { numRuns: 50 },
    );
  });

  test("takes long names of both kinds, and finds the next header behind a damaged one", async () => {
    const long = `${"folder/".repeat(30)}page.txt`;
    const record = ` path=${long}\n`;
    const pax = `${record.length + 3}${record}`;
    const damaged = tarMember({ name: "lost.txt", content: "lost" });
    damaged.fill(0xff, 0, 20);
    const bytes = Buffer.concat([
      tarMember({ name: "pax", content: pax, type: "x" }),
      tarMember({ name: "short", content: "by pax" }),
      damaged,
      tarMember({ name: "././@LongLink", content: `${long}\0`, type: "L" }),
      tarMember({ name: "short", content: "by GNU" }),
      tarFile([{ name: "last.txt", content: "last" }]),
    ]);
    expect(outcomes(await read("a.tar", bytes))).toEqual([
      `a.tar/${long} by pax`,
      "a.tar failed: damaged",
      `a.tar/${long} by GNU`,
      "a.tar/last.txt last",
    ]);
  });
});
