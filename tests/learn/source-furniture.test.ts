import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cleaned } from "../../src/core/cleaned.ts";
import type { FurnitureDrop } from "../../src/core/corpus-stage.ts";
import { corpusStages } from "../../src/pipeline.ts";
import { documentOf, prose, seeded } from "../dedupe/synthetic-corpus.ts";
import { decideOver, HOST, learnOver } from "./learn-over.ts";

const random = seeded(51);
const story = (): string => prose(random, 30);
/** Pages of two paragraphs of their own, with the lines that `around` puts above, between and below them. */
const pages = (
  count: number,
  around: (index: number) => readonly [head: readonly string[], between: readonly string[], tail: readonly string[]],
): Cleaned[] =>
  Array.from({ length: count }, (_, i) => {
    const [head, between, tail] = around(i);
    return documentOf([...head, story(), ...between, story(), ...tail]);
  });

/** The lines that go, each once, with how often they stand there. */
const taken = (documents: readonly Cleaned[], sourceOf: (index: number) => string = () => HOST): string[] => {
  const drops = decideOver(documents, sourceOf) as FurnitureDrop[];
  const lines = drops.map(
    ({ document, block, repeats }) => `${documents[document]!.blocks[block]!.text} ${repeats.pages}/${repeats.of}`,
  );
  return [...new Set(lines)];
};

describe("what goes", () => {
  it("lines that stand at the top or the bottom of many pages, in any language", () => {
    const documents = pages(10, (i) => [["Avaleht ja uudised"], [], i < 4 ? ["Jaga seda lugu", "Üles tagasi"] : []]);
    expect(taken(documents)).toEqual(["Avaleht ja uudised 10/10", "Jaga seda lugu 4/10", "Üles tagasi 4/10"]);
    for (const { text, ledger, blocks } of learnOver(documents)) {
      expect(text).not.toMatch(/Avaleht|Jaga|Üles/);
      expect(blocks).toHaveLength(2);
      expect(ledger[0]).toMatchObject({
        stage: "learned",
        rule: "learned/furniture",
        text: "Avaleht ja uudised",
        reason: "repeats on 10 of 10 pages of this source",
        repeats: { pages: 10, of: 10 },
      });
    }
  });

  it("lines that differ in a number, a date or the page's own title", () => {
    const documents = pages(6, (i) => [
      [],
      [],
      [
        `Loetud ${i * 7} korda`,
        `Muudetud ${i + 2}. märts 202${i}`,
        `Saada sõbrale: Lugu ${"abcdef"[i]} vanast veskist`,
      ],
    ]).map((page, i) => ({ ...page, title: `Lugu ${"abcdef"[i]} vanast veskist`, lang: "et" }));
    expect(decideOver(documents)).toHaveLength(18);
  });

  it("lines in the tail that begin or end alike", () => {
    const names = ["Anu Kask", "Jaan Tamm", "Rein Lepik", "Mari Saar", "Tiiu Oja"];
    const documents = pages(5, (i) => [
      [],
      [],
      [`Loe ka seda lugu: ${names[i]}`, `${names[i]}, Sadama Postimees ja sõbrad`],
    ]);
    expect(decideOver(documents)).toHaveLength(10);
  });

  it("long rows of lines whose neighbours repeat, wherever they stand", () => {
    const menu = ["Avaleht", "Uudised", "Sport", "Kultuur", "Reisid", "Arvamus", "Ilm", "Kontakt"];
    const inside = pages(6, (i) => [[`Lugu ${"abcdef"[i]}`], i < 4 ? menu : [], []]);
    expect(decideOver(inside)).toHaveLength(32);
    const short = pages(6, (i) => [[`Lugu ${"abcdef"[i]}`], i < 4 ? menu.slice(0, 7) : [], []]);
    expect(decideOver(short)).toEqual([]);
    const seldom = pages(10, (i) => [[`Lugu ${"abcdefghij"[i]}`], i < 4 ? menu : [], []]);
    expect(decideOver(seldom)).toEqual([]);
    const below = pages(10, (i) => [[], [], i < 4 ? [...menu.slice(0, 5), `Lugu ${"abcdefghij"[i]}`] : []]);
    expect(decideOver(below)).toHaveLength(20);
  });
});

describe("what stays", () => {
  it.each<[string, Cleaned[]]>([
    ["lines of too few pages", pages(4, () => [["Avaleht"], [], []])],
    ["a line alone on a third of many pages", pages(9, (i) => [i < 3 ? ["Avaleht"] : [], [], i > 5 ? ["Lõpp"] : []])],
    ["lines on too few of many pages", pages(20, (i) => [[], [], i < 3 ? ["Üles tagasi"] : []])],
    ["a line between paragraphs", pages(8, () => [[], ["Mis edasi sai"], []])],
    ["a line above one that is the page's own", pages(8, (i) => [[`Lugu ${"abcdefgh"[i]}`, "Avaleht"], [], []])],
    ["a quotation", pages(8, () => [["“Meilt ei küsitud.”"], [], ["„Nii see jääb“, ütles ta"]])],
    ["a heading over what is the page's own", pages(8, () => [["# Sissejuhatus"], ["# Kokkuvõte"], []])],
    ["a heading with nothing below it", pages(8, () => [[], [], ["# Vaata ka"]])],
    ["items of lists, rows of tables, code", pages(8, () => [["- Jahu"], [], ["- Sool", "| a | b |", "$ x = 1"]])],
    ["numbers alone", pages(8, (i) => [[`${i}`], [], [`12.${i}`]])],
    [
      "the page's own title",
      pages(8, () => [["Vana veski lugu"], [], []]).map((p) => ({ ...p, title: "Vana veski lugu" })),
    ],
    ["prose, which is for the duplicates", pages(8, () => [[], [], [prose(seeded(3), 30)]])],
  ])("%s", (_, documents) => {
    expect(taken(documents)).toEqual([]);
  });

  it("a refrain of one document, however often it comes", () => {
    const song = Array.from({ length: 12 }, (_, i) => [`${prose(seeded(i), 6)}`, "Ja jõgi voolab edasi"]).flat();
    expect(taken([documentOf([...song, story()]), ...pages(8, () => [[], [], []])])).toEqual([]);
  });

  it("the lines of a story that was scraped many times", () => {
    const body = [story(), story(), story(), story()];
    const copies = Array.from({ length: 8 }, (_, i) =>
      documentOf(["Kuidas veski vee alla jäi", ...body, `Loetud ${i} korda`, "Järgneb homme"]),
    );
    const others = pages(6, () => [[], [], []]);
    expect(taken([...copies, ...others])).toEqual([]);
  });

  it("what is common in a folder but not in most of its files", () => {
    const documents = pages(10, (i) => [[], [], i < 4 ? ["Lugupidamisega"] : ["Tervitades"]]);
    expect(taken(documents)).toEqual(["Lugupidamisega 4/10", "Tervitades 6/10"]);
    expect(taken(documents, () => "folder:kirjad")).toEqual(["Tervitades 6/10"]);
  });

  it("what repeats over sources and not within one", () => {
    const documents = pages(12, () => [["Avaleht"], [], []]);
    expect(taken(documents, (i) => `host-${i % 3}.example`)).toEqual([]);
  });
});

describe("together with the duplicates", () => {
  const LONG = "Telli meie uudiskiri ja saad igal hommikul kõik sadama lood otse oma postkasti";

  it("takes a long line everywhere, and none of it stands as kept in the ledger", () => {
    const left = learnOver(
      pages(6, () => [[], [], [LONG]]),
      corpusStages,
    );
    for (const { text, ledger } of left) {
      expect(text).not.toContain(LONG);
      expect(ledger.map(({ rule }) => rule)).toEqual(["learned/furniture"]);
    }
  });

  it("lets a document go that is furniture and what stands elsewhere", () => {
    const documents = pages(6, () => [[], [], ["Üles tagasi"]]);
    const [first] = documents;
    const copy = documentOf([first!.blocks[1]!.text, "Üles tagasi"]);
    const left = learnOver([...documents, copy], corpusStages).at(-1)!;
    expect(left.blocks).toEqual([]);
    expect(left.ledger).toMatchObject([{ rule: "dedupe/all-paragraphs-elsewhere", keptInstead: { document: "0" } }]);
  });
});

describe("for any documents", () => {
  const line = fc.constantFrom(
    "Avaleht",
    "Üles tagasi",
    "Jaga seda",
    "# Vaata ka",
    "- Jahu",
    "Loetud 3 korda",
    "Lugu a",
  );
  const document = fc
    .tuple(fc.array(line, { maxLength: 6 }), fc.nat({ max: 40 }), fc.array(line, { maxLength: 6 }))
    .map(([head, seed, tail]) => documentOf([...head, prose(seeded(seed), 20), ...tail]));
  const corpus = fc.array(document, { minLength: 4, maxLength: 14 });

  it("decides of each source by itself", () => {
    fc.assert(
      fc.property(corpus, (documents) => {
        const apart = [0, 1].flatMap((rest) => {
          const own = documents.map((_, i) => i).filter((i) => i % 2 === rest);
          return decideOver(own.map((i) => documents[i]!)).map((drop) => ({ ...drop, document: own[drop.document]! }));
        });
        apart.sort((a, b) => a.document - b.document || a.block - b.block);
        expect(decideOver(documents, (i) => `host-${i % 2}.example`)).toEqual(apart);
      }),
      { numRuns: 200 },
    );
  });

  it("takes nothing but whole lines that are no prose, and never all there is", () => {
    fc.assert(
      fc.property(corpus, (documents) => {
        for (const [i, { blocks, flags, ledger }] of learnOver(documents).entries()) {
          const before = documents[i]!.blocks;
          expect(blocks.length + ledger.length).toBe(before.length);
          expect(blocks.length).toBeGreaterThan(0);
          expect(blocks.filter(({ text }) => text.length > 60)).toEqual(before.filter(({ text }) => text.length > 60));
          expect(flags).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

it("keeps a document whole that is nothing but furniture, or nearly so, and says it", () => {
  const lines = ["Avaleht", "Uudised", "Sport", "Kultuur", "Reisid"];
  const bare = documentOf(lines);
  const nearly = documentOf([...lines, "Laev tuli", ...lines]);
  const left = learnOver([...pages(6, () => [lines, [], lines]), bare, nearly]);
  expect(left.slice(6).map(({ text, flags }) => [text, flags])).toEqual([
    [bare.text, ["rolled-back:learned"]],
    [nearly.text, ["rolled-back:learned"]],
  ]);
  expect(left[0]!.blocks).toHaveLength(2);
});
