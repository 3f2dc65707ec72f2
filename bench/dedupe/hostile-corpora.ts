import { Dice } from "../corpus.ts";

/** Corpora that are made to break a search for near-duplicates, each of `count` paragraphs or of about as much text. */
export function hostileCorpora(pool: readonly string[], count: number): ReadonlyMap<string, () => Iterable<string>> {
  const template = pool
    .find((text) => text.split(" ").length >= 45)!
    .split(" ")
    .slice(0, 45);
  return new Map<string, () => Iterable<string>>([
    ["one template, one word changed", () => changed(template, count, 1)],
    ["one template, three words changed: just too far apart", () => changed(template, count, 3)],
    ["one template, ten words changed", () => changed(template, count, 10)],
    ["all identical", () => repeated(template.join(" "), count)],
    ["all distinct, no word in common", () => distinct(count)],
    ["one paragraph of 50 MB", () => [pool.join(" ").repeat(10).slice(0, 50_000_000), ...pool.slice(0, 1000)]],
  ]);
}

function* changed(template: readonly string[], count: number, words: number): Generator<string> {
  const dice = new Dice(11);
  for (let i = 0; i < count; i++) {
    const own = [...template];
    for (let w = 0; w < words; w++)
      own[Math.floor(((w + 0.5) * own.length) / words)] = `w${letters(dice.roll(2 ** 30))}`;
    yield own.join(" ");
  }
}

function* repeated(text: string, count: number): Generator<string> {
  for (let i = 0; i < count; i++) yield text;
}

function* distinct(count: number): Generator<string> {
  for (let i = 0; i < count; i++) yield Array.from({ length: 40 }, (_, w) => `v${letters(i * 40 + w)}`).join(" ");
}

/** A word for a number, without numerals. */
function letters(value: number): string {
  return value.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)]!);
}
