import fc from "fast-check";
import { expect, it } from "vitest";
import type { DocumentRecord } from "../../src/core/record.ts";
import { FileNames } from "../../src/sinks/file-names.ts";

type Named = Pick<DocumentRecord, "id" | "source" | "format">;

const of = (path: string, record?: number, format?: "markdown"): Named => ({
  id: `${path}#${record}`,
  source: { path, ...(record !== undefined && { record }) } as DocumentRecord["source"],
  ...(format && { format }),
});
const namesOf = (records: readonly Named[]): string[] => {
  const names = new FileNames();
  return records.map((record) => names.nameOf(record));
};

it.each<readonly [path: string, record: number | undefined, name: string]>([
  ["news/story.html", undefined, "news/story.txt"],
  ["crawl.jsonl.gz", 7, "crawl/7.txt"],
  ["-", 3, "stdin/3.txt"],
  ["v1.2 notes.md", undefined, "v1.2 notes.txt"],
  ["a.txt/b.txt", undefined, "a.txt_/b.txt"],
  ["../../etc/passwd", undefined, "_/_/etc/passwd.txt"],
  ["/abs/x.txt", undefined, "abs/x.txt"],
  [".hidden", undefined, "_hidden.txt"],
  ["con.html", undefined, "_con.txt"],
  ["a:b?\u001b[2J\u202e.html", undefined, "a_b__[2J_.txt"],
  ["", undefined, "_.txt"],
])("names %j %j", (path, record, name) => {
  expect(namesOf([of(path, record)])).toEqual([name]);
});

it("gives the first the plain name, and the others one that depends on nothing but themselves", () => {
  const [first, second, third] = namesOf([of("A/story.html"), of("a/Story.htm"), of("a/story.txt")]);
  expect(first).toBe("A/story.txt");
  expect(second).toMatch(/^a\/Story~[0-9a-f]{8}\.txt$/);
  expect(namesOf([of("a/story.html"), of("x.txt"), of("a/Story.htm")])[2]).toBe(second);
  expect(third).not.toBe(second);
  expect(namesOf([of("a.html", undefined, "markdown")])).toEqual(["a.md"]);
});

const part = fc.oneof(
  fc.constantFrom(
    "",
    ".",
    "..",
    "a",
    "A",
    "a.txt",
    "con",
    "nul.md",
    "x ",
    "é",
    "e\u0301",
    "crawl.jsonl",
    "😀".repeat(90),
  ),
  fc.string({ unit: "binary", maxLength: 300 }),
);

it("gives every document a safe name of its own", () => {
  const record = fc.record({
    path: fc.array(part, { maxLength: 30 }).map((parts) => parts.join("/")),
    record: fc.option(fc.nat(3), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), (records) => {
      const names = namesOf(records.map(({ path, record }) => of(path, record)));
      const folded = names.map((name) => name.normalize("NFC").toLowerCase());
      expect(new Set(folded).size).toBe(names.length);
      for (const name of names) {
        expect(Buffer.byteLength(name)).toBeLessThan(1000);
        expect(name.isWellFormed()).toBe(true);
        for (const piece of name.split("/")) {
          expect(Buffer.byteLength(piece)).toBeLessThan(256);
          expect(piece).not.toMatch(/^$|^\.|[. ]$|[\p{Cc}<>:"\\|?*]/u);
        }
        // A folder never has the name of a file.
        for (const other of folded) expect(other.startsWith(`${name.toLowerCase()}/`)).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});
