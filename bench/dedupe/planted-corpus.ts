import { Dice } from "../corpus.ts";

/** A paragraph of a planted corpus. */
export interface Planted {
  readonly text: string;
  /** What a trap changes of an earlier paragraph; it must stay. */
  readonly trap?: "number" | "negation" | "name";
}

/** One paragraph in so many is an edit of an earlier one, and of those one in so many a trap. */
const [EDIT, TRAP] = [8, 5];
/** Earlier paragraphs that an edit is made of. */
const WINDOW = 5000;
/** In words of the text that is changed, in percent. */
const MOST_EDITED = 12;
const NEGATED = /\b(is|was|were|are|will|can|has|had|would|could) (?!not\b)/;
const NAME = /(?<=[a-z,] )[A-Z][a-z]{3,}\b/;

/**
 * Paragraphs made from a pool, the same for the same seed: as they are while the pool lasts, then with half of their
 * words exchanged, so that phrases come again as they do in a language but no two are alike. Among them edits of 0 to 12 %
 * of the words of earlier ones, and traps: an earlier one with another number, a negation, or another name.
 */
export function* plantedCorpus(pool: readonly string[], count: number, seed = 5): Generator<Planted> {
  const dice = new Dice(seed);
  const words = pool.flatMap((text) => text.split(" "));
  const exchange = (text: string, percent: number): string =>
    text
      .split(" ")
      .map((word) => (dice.roll(100) < percent ? words[dice.roll(words.length)]! : word))
      .join(" ");
  const earlier: string[] = [];
  for (let i = 0, next = 0; i < count; i++) {
    if (earlier.length > 0 && dice.roll(EDIT) === 0) {
      const base = earlier[dice.roll(earlier.length)]!;
      const trap = dice.roll(TRAP) === 0 ? setTrap(base, dice) : undefined;
      yield trap ?? { text: exchange(base, dice.roll(MOST_EDITED + 1)) };
      continue;
    }
    const own = pool[next % pool.length]!;
    const text = next < pool.length ? own : exchange(own, 50);
    next++;
    if (earlier.length < WINDOW) earlier.push(text);
    else earlier[dice.roll(WINDOW)] = text;
    yield { text };
  }
}

function setTrap(text: string, dice: Dice): Planted | undefined {
  const kind = (["number", "negation", "name"] as const)[dice.roll(3)]!;
  const changed =
    kind === "number"
      ? text.replace(/\d+/, (digits) => String(Number(digits) + 1 + dice.roll(8)))
      : kind === "negation"
        ? text.replace(NEGATED, "$1 not ")
        : text.replace(NAME, "Harrowgate");
  return changed === text ? undefined : { text: changed, trap: kind };
}
