import type { Pack } from "../../rules/pack.ts";
import { Phrasebooks } from "../../rules/phrasebooks.ts";
import { readPacks } from "../../rules/read-packs.ts";

/** Options of the stages that look for phrases. */
export interface PackOptions {
  /** Phrases of the user's own, beside those that come with dehusk. */
  readonly packs?: readonly Pack[];
}

const builtIn = readPacks();

/** The packs that come with dehusk, ready to match. */
export const phrasebooks: Phrasebooks = new Phrasebooks(builtIn);

/** A run hands out one list for all its documents. */
const extended = new WeakMap<readonly Pack[], Phrasebooks>();

/** The packs to match with; where two know a line, the user's says what it is. */
export function phrasebooksOf({ packs }: PackOptions): Phrasebooks {
  if (packs === undefined) return phrasebooks;
  let own = extended.get(packs);
  if (!own) {
    own = new Phrasebooks([...packs, ...builtIn]);
    extended.set(packs, own);
  }
  return own;
}
