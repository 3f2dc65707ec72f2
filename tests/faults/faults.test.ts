import { expect, it } from "vitest";
import { BIN } from "../cli/command.ts";
import { numbersFrom, paragraphs } from "../run/generated-corpus.ts";
import { TROUBLE_KINDS } from "./troubles.ts";
import { openBench, tryFault } from "./try-fault.ts";

/** One of each of these; `npm run faults` tries hundreds of all kinds. */
const TRIED = [
  "SIGKILL right before a rename",
  "EIO, ENOSPC or EMFILE on a write, sync, rename or open",
  "an input cut to half while it is read",
  "a thread that ends",
];

it("writes after a fault what an undisturbed run writes", async () => {
  const texts = paragraphs(numbersFrom(61), 24);
  const lines = texts.slice(0, 4).map((text) => `${JSON.stringify({ text })}\n`);
  const files = Object.fromEntries(texts.map((text, i) => [`${i}.txt`, text]));
  const bench = await openBench(BIN, { ...files, "lines.jsonl": lines.join("") });
  const kinds = TROUBLE_KINDS.filter(({ name }) => TRIED.includes(name));
  expect(kinds).toHaveLength(TRIED.length);
  for (const { name, make } of kinds) {
    // The same number each time for all that is drawn: the third rename is an output's, the third read is there.
    const { hit, problems } = await tryFault(
      bench,
      make(bench, () => 2, 2),
    );
    expect({ name, hit, problems }).toEqual({ name, hit: true, problems: [] });
  }
});
