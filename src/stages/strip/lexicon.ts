import { Lexicon } from "../../rules/lexicon.ts";
import { type CompiledRule, compilePack, readPack } from "../../rules/pack.ts";
import { TitleJudge } from "../../rules/title-judge.ts";

/** The packs that come with dehusk, in order. */
const LANGUAGES = ["en"] as const;

const packs = LANGUAGES.map(readPack);

/** Every rule of every pack. */
export const packRules: readonly CompiledRule[] = packs.flatMap(compilePack);

/** Their phrases, ready to match. */
export const lexicon: Lexicon = new Lexicon(packRules);

/** Tells section headings, dates and credits from headlines. */
export const titleJudge: TitleJudge = new TitleJudge(packs.map(({ notTitles }) => notTitles));
