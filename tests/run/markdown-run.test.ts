import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { documentSchema } from "../../src/core/schemas.ts";
import { numbersFrom, paragraphs } from "./generated-corpus.ts";
import { folderWith, problemsOf, runOver } from "./written-run.ts";

const texts = paragraphs(numbersFrom(47), 8);
const list = (...entries: readonly string[]): string =>
  `<ul>${entries.map((entry) => `<li>${entry}</li>`).join("")}</ul>`;
const TABLE = "<table><tr><th>Town<th>Rain | mm<tr><td>Dunlow &amp;amp; Hexcombe<td>5<tr><td>Marrowby<td>7*</table>";

const files: Readonly<Record<string, string>> = {
  "a.html": `<article><h2>First</h2><p>${texts[0]}</p>${list(texts[1]!, texts[2]!)}</article>`,
  "b.html": `<article><p>${texts[3]}</p><h2>Second # 2</h2>${list(texts[4]!, texts[5]!)}<p>${texts[0]}</p>${TABLE}<p>${texts[6]}</p></article>`,
  "c.txt": `${texts[7]}\n\n## Third\n\n${texts[3]}\n\n- a *short* one\n- ${texts[2]}`,
};
const MARKDOWN = { record: { format: "markdown" } } as const;

it("writes Markdown and says so, also of documents that lose a paragraph to another", async () => {
  const root = folderWith(files);
  const { out, documents, summary } = await runOver([root], MARKDOWN);
  expect(summary.options.format).toBe("markdown");
  expect(summary.droppedParagraphs).toBe(2);
  for (const document of documents) {
    expect(documentSchema.parse(document)).toMatchObject({ format: "markdown" });
    for (const { at } of document.paragraphs) expect(at === 0 || document.text[at - 1] === "\n").toBe(true);
  }
  const [, b, c] = documents;
  const table = "| Town | Rain \\| mm |\n| --- | --- |\n| Dunlow & Hexcombe | 5 |\n| Marrowby | 7* |";
  expect(b?.text).toBe(`${texts[3]}\n\n## Second # 2\n\n- ${texts[4]}\n- ${texts[5]}\n\n${table}\n\n${texts[6]}`);
  expect(c?.text).toBe(`${texts[7]}\n\n## Third\n\n- a \\*short\\* one\n- ${texts[2]}`);
  expect(await problemsOf(out)).toEqual([]);
});

it("writes the same bytes with two workers, and the same ledger as in plain text", async () => {
  const root = folderWith(files);
  const one = await runOver([root], MARKDOWN);
  expect((await runOver([root], { ...MARKDOWN, workers: 2 })).documents).toEqual(one.documents);
  const plain = await runOver([root]);
  expect(plain.ledger).toEqual(one.ledger);
  expect(plain.documents[0]).not.toHaveProperty("format");
  const spans = ({ documents }: typeof one) => documents.map((d) => d.paragraphs.map(({ at: _, ...span }) => span));
  expect(spans(plain)).toEqual(spans(one));
});

it.each([
  ["a lost mark", "\\n- ", "\\n\\n"],
  ["a lost escape", "7* |", "7\\\\* |"],
  ["another cell", "| 5 |", "| 6 |"],
  ["a lost format", '"format":"markdown",', ""],
])("verify finds %s", async (_, part, other) => {
  const { out } = await runOver([folderWith(files)], MARKDOWN);
  const file = join(out, "documents.jsonl");
  const lines = readFileSync(file, "utf8");
  expect(lines).toContain(part);
  writeFileSync(
    file,
    lines.replace(part, () => other),
  );
  expect(await problemsOf(out)).not.toEqual([]);
});
