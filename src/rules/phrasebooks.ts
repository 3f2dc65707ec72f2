import type { Document } from "../core/document.ts";
import { sampleText } from "../core/sample-text.ts";
import { areAlike } from "../text/alike-languages.ts";
import { LANGUAGE_SAMPLE } from "../text/detect-language.ts";
import { isWrittenIn } from "../text/scripts.ts";
import { Lexicon } from "./lexicon.ts";
import { type CompiledRule, compilePack, type FramedPack, type Pack } from "./pack.ts";
import { TitleJudge } from "./title-judge.ts";

/** What is looked for in documents of one language, or of those that may be meant. */
export interface Phrasebook {
  readonly lexicon: Lexicon;
  /** Tells section headings, dates and credits from headlines. */
  readonly titleJudge: TitleJudge;
}

/** A detection that is less sure of itself is wrong too often to choose by. */
const SURE = 0.8;

/** Packs, and of them for each document what is meant for its language. */
export class Phrasebooks {
  /** Every rule of every pack. */
  readonly rules: readonly CompiledRule[];
  private readonly packs: readonly {
    readonly pack: Pack;
    readonly language: string;
    readonly script: string | undefined;
    readonly rules: readonly CompiledRule[];
  }[];
  /** By the languages of the packs, made when first asked for. */
  private readonly books = new Map<string, Phrasebook>();
  /** By primary language; only of languages that have a pack, as there is no end to what documents declare. */
  private readonly ofLanguage = new Map<string, Phrasebook>();

  constructor(packs: readonly Pack[]) {
    this.packs = packs.map((pack) => {
      const { language, script } = new Intl.Locale(pack.language).maximize();
      return { pack, language, script, rules: compilePack(pack) };
    });
    this.rules = this.packs.flatMap(({ rules }) => rules);
  }

  /**
   * The phrases of a document's language, and those of other languages that are furniture in all. Where the language is
   * not certain, the phrases of every language in the document's script.
   */
  bookFor({ metadata, blocks, flags }: Document): Phrasebook {
    const { lang, langConfidence = 1 } = metadata;
    if (lang !== undefined && langConfidence >= SURE && !flags.includes("lang-contradicted"))
      return this.forLanguage(lang.split(/[-_]/, 1)[0]!.toLowerCase());
    const sample = sampleText(blocks, LANGUAGE_SAMPLE);
    return this.bookOf(({ script }) => isWrittenIn(sample, script));
  }

  /** Sentences around the examples of a pack that has none of its own: in its language, or else in English. */
  frameFor(tag: string): FramedPack["frame"] {
    const { language } = new Intl.Locale(tag);
    const framed = this.packs.flatMap(({ pack }) => (pack.frame ? { ...pack, frame: pack.frame } : []));
    const found =
      framed.find((pack) => areAlike(pack.language, language)) ?? framed.find((pack) => pack.language === "en");
    if (!found) throw new TypeError("there is no pack with sentences");
    return found.frame;
  }

  private forLanguage(language: string): Phrasebook {
    const known = this.ofLanguage.get(language);
    if (known) return known;
    const book = this.bookOf((pack) => areAlike(pack.language, language));
    if (this.packs.some((pack) => areAlike(pack.language, language))) this.ofLanguage.set(language, book);
    return book;
  }

  private bookOf(isMeant: (pack: Phrasebooks["packs"][number]) => boolean): Phrasebook {
    const meant = this.packs.filter(isMeant);
    const key = meant.map(({ pack }) => pack.language).join(" ");
    let book = this.books.get(key);
    if (!book) {
      const foreign = this.packs.filter((pack) => !meant.includes(pack));
      book = {
        lexicon: new Lexicon(
          meant.flatMap(({ rules }) => rules),
          foreign.flatMap(({ rules }) => rules),
        ),
        titleJudge: new TitleJudge(meant.flatMap(({ pack }) => pack.notTitles ?? [])),
      };
      this.books.set(key, book);
    }
    return book;
  }
}
