import { describe, expect, it } from "vitest";
import { CLASSES } from "../../src/rules/classes.ts";
import { foldPhrase } from "../../src/rules/fold-phrase.ts";
import { Lexicon } from "../../src/rules/lexicon.ts";
import { compilePack, type PackClass } from "../../src/rules/pack.ts";
import { readPacks } from "../../src/rules/read-packs.ts";
import { WordCover } from "../../src/rules/word-cover.ts";
import { areAlike } from "../../src/text/alike-languages.ts";
import { detectLanguage } from "../../src/text/detect-language.ts";
import { FoldedLine } from "../../src/text/fold.ts";
import { isProse, mayBeHeadline } from "../../src/text/prose.ts";

const packs = readPacks();
/** A phrase of literal words alone is itself a line that it fits. */
const isPlain = (phrase: string): boolean => !phrase.includes("{");
const strong = ({ phrases = [], everywhere = [] }: PackClass): readonly string[] => [...phrases, ...everywhere];

// What the rules of packs change and leave alone is run with those of all other rules, in tests/laws/rules.test.ts.
describe.each(packs.map((pack) => [pack.language, pack] as const))("the pack %s", (language, pack) => {
  const { frame, classes } = pack;
  const entries = Object.entries(classes);

  it("has a frame of prose and a headline, in its language", () => {
    expect(isProse(frame.first)).toBe(true);
    expect(isProse(frame.last)).toBe(true);
    expect(mayBeHeadline(frame.headline)).toBe(true);
    const detected = detectLanguage(`${frame.first} ${frame.last}`);
    expect(detected?.confidence).toBeGreaterThanOrEqual(0.8);
    expect(areAlike(detected?.lang ?? "", new Intl.Locale(language).language), detected?.lang).toBe(true);
  });

  it("has every class", () => expect(Object.keys(classes)).toEqual(Object.keys(CLASSES)));

  it("has each phrase of a class once", () => {
    for (const [name, { weak = [], ...rest }] of entries) {
      const all = [...strong(rest as PackClass), ...weak].map((phrase) => JSON.stringify(foldPhrase(phrase)));
      const repeated = all.filter((phrase, i) => all.indexOf(phrase) < i);
      expect(repeated, name).toEqual([]);
    }
  });

  it("has no strong phrase that fits a mere number", () => {
    const mereNumbers = (phrase: string): boolean => foldPhrase(phrase).words.every((word) => word === "0");
    for (const [name, phrases] of entries) expect(strong(phrases).filter(mereNumbers), name).toEqual([]);
  });

  it("shows each wording at work in a line that is no listed phrase", () => {
    for (const [name, { wordings = [], changes = [] }] of entries) {
      const listed = new Lexicon(compilePack(pack).map(({ wordings: _, ...rule }) => rule));
      for (const [i, wording] of wordings.entries()) {
        const cover = new WordCover<string>();
        cover.add(wording, name);
        const shown = changes
          .flatMap((lines) => lines.split("\n\n"))
          .some((line) => cover.match(new FoldedLine(line)) !== undefined && listed.match(line)?.weak !== false);
        expect(shown, `${name}, wording ${i}`).toBe(true);
      }
    }
  });

  it("knows each strong phrase as strong, and each weak one at least as weak", () => {
    const lexicon = new Lexicon(compilePack(pack));
    for (const [name, phrases] of entries) {
      for (const phrase of strong(phrases).filter(isPlain))
        expect(lexicon.match(phrase), `${name}: ${phrase}`).toMatchObject({ weak: false });
      for (const phrase of (phrases.weak ?? []).filter(isPlain))
        expect(lexicon.match(phrase), `${name}: ${phrase}`).toBeDefined();
    }
  });
});

it("has packs, named after their languages", () => {
  expect(packs.length).toBeGreaterThan(0);
  expect(packs.map(({ language }) => language)).toEqual(packs.map(({ language }) => language).sort());
});
