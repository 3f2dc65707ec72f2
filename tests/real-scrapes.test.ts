import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Cleaned, cleanText, dedupe } from "../src/index.ts";

const SCRAPES = fileURLToPath(new URL("../../shared/seeds", import.meta.url));
const present = existsSync(SCRAPES);
if (!present) console.info("skipped: the five real scrapes are not here");

const names = present ? readdirSync(SCRAPES).sort() : [];
const sources = names.map((name) => readFileSync(`${SCRAPES}/${name}`, "utf8"));
const cleaned = sources.map((source) => cleanText(source));

/** Paragraphs as anybody would cut the source: at line breaks. */
const linesOf = (source: string): string[] => source.split("\n").filter((line) => line.trim() !== "");

function scrape(i: number): { source: string; lines: string[]; result: Cleaned } {
  return { source: sources[i]!, lines: linesOf(sources[i]!), result: cleaned[i]! };
}

describe.skipIf(!present)("the five real scrapes", () => {
  it.each([0, 1, 2])("%i keeps every sentence, one paragraph a block, without trailing blanks", (i) => {
    const { lines, result } = scrape(i);
    const kept = [...(result.title === undefined ? [] : [result.title]), ...result.blocks.map(({ text }) => text)];
    expect(kept).toEqual(lines);
    expect(result.text).toBe(result.text.trimEnd());
    expect(result.flags).toEqual([]);
  });

  it("finds the headline of 0 and 2, and that 1 has none", () => {
    expect(scrape(0).result.title).toBe(scrape(0).lines[0]);
    expect(scrape(1).result.title).toBeUndefined();
    expect(scrape(2).result.title).toBe(scrape(2).lines[0]);
  });

  it("repairs 3: banner, debris and case, and nothing else", () => {
    const { lines, result } = scrape(3);
    expect(result.text).toContain("Damascus has welcomed General");
    expect(result.text).toContain("regions of Syria, where tensions");
    expect(result.text).toContain("Syrian Defence Minister");
    expect(result.text).not.toMatch(/class=|href|title=|">|[a-z]+-[a-z]+-[a-z]+-|Breaking News/);
    expect(result.title).toBeUndefined();
    expect(result.flags).toEqual(["truncated"]);
    expect(result.text.endsWith("…")).toBe(true);
    const debris = /\S*" class="[^>]*>(?:internal-link">)?/g;
    const capital = (_: string, before: string, initial: string) => before + initial.toUpperCase();
    const expected = lines.slice(1).map((line) =>
      line
        .replace(debris, "")
        .replace(/(Once again, )(d)/, capital)
        .replace(/(regions of )(s)/, capital)
        .replace(/(held with )(s)/, capital),
    );
    expect(result.blocks.map(({ text }) => text)).toEqual(expected);
  });

  it("strips 4: the section above, the five lines below, and nothing else", () => {
    const { lines, result } = scrape(4);
    expect(lines[0]).toBe("News");
    expect(result.title).toBe(lines[1]);
    expect(result.blocks.map(({ text }) => text)).toEqual(lines.slice(2, -5));
    expect(result.text).toContain("Damascus – Syrian Minister of Defense");
    expect(result.text).toContain("DZWatch understands that");
    const gone = result.ledger.map(({ text }) => text);
    expect(gone).toEqual([...lines.slice(0, 2), ...lines.slice(-5)]);
  });

  it("calls no paragraph of the five a duplicate of another", () => {
    const left = dedupe(cleaned);
    expect(left.map(({ cleaned: after }) => after)).toEqual(cleaned);
    expect(left.every(({ dropped }) => !dropped)).toBe(true);
  });
});
