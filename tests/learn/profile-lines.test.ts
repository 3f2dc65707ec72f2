import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanHtml, cleanText, type Profile } from "../../src/index.ts";
import type { ProfileLine } from "../../src/learn/profile.ts";

const PROSE = "The night train stops at the border for two hours now, and nobody on it is told why.";
const MORE = "Drivers say that the old tunnel floods every time it rains, and that the pumps are never on.";
const URL_OF_PAGE = "https://www.quay.example/a";

const profileOf = (...lines: readonly ProfileLine[]): Profile => ({
  schema: "dehusk/profile/1",
  sources: { "quay.example": { pages: 20, lines } },
});
const clean = (profile: Profile, ...blocks: readonly string[]) =>
  cleanText(blocks.join("\n\n"), { profile, url: URL_OF_PAGE, title: "The Old Mill" });
const takenBy = (profile: Profile, ...blocks: readonly string[]): string[] =>
  clean(profile, ...blocks).ledger.map(({ text }) => text);

it("takes what a profile lists for the source, and says how often it was seen", () => {
  const profile = profileOf({ line: "üles tagasi", pages: 14 }, { line: "loetud 0 korda" });
  const cleaned = clean(profile, PROSE, "Loetud 12 korda", "ÜLES TAGASI!");
  expect(cleaned.text).toBe(PROSE);
  expect(cleaned.ledger).toMatchObject([
    { rule: "learned/furniture", text: "Loetud 12 korda" },
    { reason: "repeats on 14 of 20 pages of this source", repeats: { pages: 14, of: 20 } },
  ]);
  expect(cleaned.ledger[0]).not.toHaveProperty("repeats");
  for (const options of [{ url: "https://other.example/" }, {}, { source: "folder:quay.example" }])
    expect(cleanText(`${PROSE}\n\nÜles tagasi`, { profile, ...options }).ledger).toEqual([]);
});

it("knows a document without an address by the name of its source", () => {
  const profile: Profile = {
    schema: "dehusk/profile/1",
    sources: { "folder:old": { lines: [{ line: "üles tagasi" }] } },
  };
  expect(cleanText(`${PROSE}\n\nÜles tagasi`, { profile, source: "folder:old" }).text).toBe(PROSE);
});

it("takes it from the kept blocks of a page, by the page's own address", () => {
  const page = `<link rel=canonical href="${URL_OF_PAGE}"><article><p>${PROSE}<p>${MORE}<p>Toimetuse telefon &amp; aadress</article>`;
  const cleaned = cleanHtml(page, { profile: profileOf({ line: "toimetuse telefon aadress" }) });
  expect(cleaned.text).toBe(`${PROSE}\n\n${MORE}`);
  expect(cleaned.ledger.at(-1)).toMatchObject({ rule: "learned/furniture", text: "Toimetuse telefon & aadress" });
});

describe("a line of a profile", () => {
  it.each<[string, ProfileLine, string[]]>([
    ["may be kept", { line: "üles tagasi", keep: true }, []],
    ["may go in some positions only", { line: "üles tagasi", positions: ["head", "between"] }, ["Üles tagasi"]],
    ["may be written as it stands", { line: "↑ Üles, tagasi" }, ["Üles tagasi", "Üles tagasi", "Üles tagasi"]],
    ["may be an opening", { line: "üles {}" }, ["Üles tagasi", "Üles tagasi", "Üles tagasi"]],
    ["may be a closing", { line: "{} tagasi", positions: ["tail"] }, ["Üles tagasi"]],
    ["is no part of a line without a slot", { line: "üles" }, []],
    ["has words where its slot is", { line: "üles tagasi {}" }, []],
  ])("%s", (_, line, gone) => {
    expect(takenBy(profileOf(line), "Lugu siin", "Üles tagasi", PROSE, "Üles tagasi", MORE, "Üles tagasi").length).toBe(
      line.positions?.[0] === "head" ? 2 : gone.length,
    );
  });

  it("that is kept as a whole goes before one that would take a part of it", () => {
    const profile = profileOf({ line: "üles {}" }, { line: "üles tagasi", keep: true });
    expect(takenBy(profile, PROSE, "Üles tagasi", "Üles koju")).toEqual(["Üles koju"]);
  });

  it.each([
    ["prose", PROSE],
    ["a quotation", "“Üles tagasi”"],
    ["an item of a list", "- Üles tagasi"],
    ["a heading over text", "# Üles tagasi"],
  ])("never is %s", (_, line) => {
    expect(takenBy(profileOf({ line: line.toLowerCase() }), line, MORE)).toEqual([]);
  });
});

it("keeps a document that it would take all of, or nearly", () => {
  const profile = profileOf({ line: "üles tagasi" }, { line: "jaga seda lugu" });
  expect(clean(profile, "Üles tagasi", "Jaga seda lugu")).toMatchObject({
    text: "Üles tagasi\n\nJaga seda lugu",
    flags: ["rolled-back:learned"],
    ledger: [],
  });
  const nearly = clean(profile, ...Array<string>(9).fill("Jaga seda lugu"), "Laev tuli");
  expect(nearly).toMatchObject({ flags: ["rolled-back:learned"], ledger: [] });
});

it("takes whatever a profile of any lines says, and never fails", () => {
  const words = fc.array(fc.constantFrom("üles", "tagasi", "{}", "{date}", "{title}", "0", "!", "__proto__"), {
    maxLength: 4,
  });
  const lines = fc.array(
    words.map((parts) => ({ line: parts.join(" ") })),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(lines, words, (entries, parts) => {
      const { text, ledger } = clean(profileOf(...entries), PROSE, parts.join(" "));
      expect(text.startsWith(PROSE)).toBe(true);
      expect(ledger.length).toBeLessThanOrEqual(1);
    }),
  );
});
