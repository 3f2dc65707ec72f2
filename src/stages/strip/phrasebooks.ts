import { Phrasebooks } from "../../rules/phrasebooks.ts";
import { readPacks } from "../../rules/read-packs.ts";

/** The packs that come with dehusk, ready to match. */
export const phrasebooks: Phrasebooks = new Phrasebooks(readPacks());
