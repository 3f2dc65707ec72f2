import { expect, it } from "vitest";
import type { Document } from "../../src/core/document.ts";
import type { Pack, PackClass } from "../../src/rules/pack.ts";
import { Phrasebooks } from "../../src/rules/phrasebooks.ts";

function packOf(language: string, share: Pick<PackClass, "phrases" | "everywhere">, heading: string): Pack {
  return {
    language,
    frame: { headline: "A", first: "B.", last: "C." },
    notTitles: { lines: [heading], openings: [], dateWords: [] },
    classes: { share: { ...share, changes: ["x"], leavesAlone: ["y"] } },
  };
}

const books = new Phrasebooks([
  packOf("de", { phrases: ["anzeige"] }, "inhalt"),
  packOf("en", { phrases: ["print"], everywhere: ["share on x"] }, "contents"),
  packOf("no", { phrases: ["skriv ut"] }, "innhold"),
  packOf("ru", { phrases: ["печать"] }, "содержание"),
  packOf("zh-Hans", { phrases: ["打印"] }, "目录"),
  packOf("zh-Hant", { phrases: ["列印"] }, "目錄"),
]);
const LINES = ["Anzeige", "Print", "Share on X", "Skriv ut", "Печать", "打印", "列印"];

function known(text: string, metadata: Document["metadata"], flags: readonly string[] = []): string {
  const blocks = [{ kind: "paragraph", start: 0, end: text.length, text }] as const;
  const visible = [{ start: 0, end: text.length, text, verbatim: true }];
  const document: Document = { mediaType: "text/plain", source: text, visible, blocks, edits: [], metadata, flags };
  return LINES.filter((line) => books.bookFor(document).lexicon.match(line)).join(", ");
}

it.each([
  ["de", "Anzeige, Share on X"],
  ["de-AT", "Anzeige, Share on X"],
  ["EN_us", "Print, Share on X"],
  ["nb", "Share on X, Skriv ut"],
  ["da", "Share on X, Skriv ut"],
  ["zh", "Share on X, 打印, 列印"],
  ["sw", "Share on X"],
])("looks for the phrases of %s in it: %s", (lang, lines) => {
  expect(known("Pole pole ndiyo mwendo.", { lang })).toBe(lines);
  expect(known("Pole pole ndiyo mwendo.", { lang, langConfidence: 0.9 })).toBe(lines);
});

it.each([
  ["Eine Mühle.", "Anzeige, Print, Share on X, Skriv ut"],
  ["Мельница.", "Share on X, Печать"],
  ["水車小屋。", "Share on X, 打印, 列印"],
  ["Мельница und Mühle.", "Anzeige, Print, Share on X, Skriv ut, Печать"],
])("looks for those of all languages in the script of %s where the language is not certain", (text, lines) => {
  expect(known(text, {})).toBe(lines);
  expect(known(text, { lang: "fr", langConfidence: 0.5 })).toBe(lines);
  expect(known(text, { lang: "fr" }, ["lang-contradicted"])).toBe(lines);
});

it("knows the headings of the language that are no headlines", () => {
  const document = { metadata: { lang: "de" }, blocks: [], flags: [] } as unknown as Document;
  expect(books.bookFor(document).titleJudge.isNoTitle("Inhalt")).toBe(true);
  expect(books.bookFor(document).titleJudge.isNoTitle("Contents")).toBe(false);
});

it("makes one book a language", () => {
  const of = (lang: string): unknown =>
    books.bookFor({ metadata: { lang }, blocks: [], flags: [] } as unknown as Document);
  expect(of("de")).toBe(of("de-AT"));
  expect(of("sw")).toBe(of("xx-nonsense-declared"));
});
