import { Lexicon } from "../../rules/lexicon.ts";
import { type CompiledRule, compilePack, readPack } from "../../rules/pack.ts";

/** The packs that come with dehusk, in order. */
const LANGUAGES = ["en"] as const;

/** Every rule of every pack. */
export const packRules: readonly CompiledRule[] = LANGUAGES.flatMap((language) => compilePack(readPack(language)));

/** Their phrases, ready to match. */
export const lexicon: Lexicon = new Lexicon(packRules);
