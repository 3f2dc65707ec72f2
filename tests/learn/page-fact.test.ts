import fc from "fast-check";
import { expect, it } from "vitest";
import { packFacts } from "../../src/dedupe/fact-codec.ts";
import { pageFact, readPage } from "../../src/learn/page-fact.ts";
import { readLines } from "../../src/learn/read-lines.ts";
import { hashText } from "../../src/text/hash.ts";
import { documentOf, prose, seeded } from "../dedupe/synthetic-corpus.ts";

const line = fc.constantFrom("Avaleht", "# Vaata ka", "- Jahu", "Loe ka seda lugu: vana veski", prose(seeded(2), 20));

it("reads back what it wrote", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom("a.example", "folder:a"), (texts, source) => {
      const cleaned = documentOf(texts);
      const page = readPage({ ...pageFact(cleaned, source), document: 7 });
      expect(page).toMatchObject({ document: 7, inFolder: source.startsWith("folder"), blocks: texts.length });
      expect(page.prose).toHaveLength(texts.filter((text) => text.endsWith(".")).length);
      expect(page.lines).toEqual(
        readLines(cleaned).map(({ template, runs, ...rest }) => ({
          ...rest,
          template: undefined,
          key: hashText(template),
          runs: runs.map((run) => hashText(run)),
        })),
      );
    }),
  );
});

it("takes 12 bytes a line, 28 in the tail, and no more than 30 kB for a document of any size", () => {
  const bytes = (...texts: readonly string[]): number =>
    packFacts([{ ...pageFact(documentOf(texts), "a"), document: 0 }]).byteLength;
  const lines = (count: number): string[] => Array<string>(count).fill("veel üks rida siin");
  expect(bytes(...lines(20)) - bytes(...lines(10))).toBe(120);
  const story = prose(seeded(2), 20);
  expect(bytes(story, ...lines(20)) - bytes(story, ...lines(10))).toBe(280);
  expect(bytes(story, ...lines(100_000))).toBeLessThan(30_000);
});
