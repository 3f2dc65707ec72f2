import { check, type Diagnostics } from "recheck";
import { expect, it } from "vitest";
import { constructedLater, type SourceRegex, sourceRegexes } from "./source-regexes.ts";

/** Milliseconds for one expression; a verdict that takes longer counts as none. */
const TIMEOUT = 20_000;

/** Where the checker cannot prove, it searches for a text that hangs, and starts from this seed. */
const CHECK = { timeout: TIMEOUT, randomSeed: 7 };

const regexes = await sourceRegexes();

/**
 * The same expression with its large bounds taken off. A matcher that backtracks has no more ways through the bounded one,
 * but for a constant factor, and the checker reasons about the wider one in an instant.
 */
function widened(source: string): string {
  return source.replace(/\{(?:(\d+),)?(\d+)\}/g, (bounds, least: string | undefined, most: string) => {
    if (Number(most) < 20) return bounds;
    return least === "0" ? "*" : "+";
  });
}

/** The checker knows no sets within sets, as only the flag `v` allows them; there, one loop at the end is plain to see. */
const SETS = /&&|--|\[\[/;
const ONE_LOOP = /^[^*+{]*(?:\*|\+)?\$?$/;

async function verdict({ source, flags: written }: SourceRegex): Promise<string> {
  const flags = written.replace("v", "u");
  if (written.includes("v") && SETS.test(source))
    return ONE_LOOP.test(source.replace(/\\[pP]\{\w+(?:=\w+)?\}/g, "p")) ? "" : "unreadable";
  const wide: Diagnostics = await check(widened(source), flags, CHECK);
  const found = wide.status === "safe" ? wide : await check(source, flags, CHECK);
  if (found.status === "vulnerable") return `${found.complexity.summary}, as with ${found.attack.pattern}`;
  return found.status === "safe" ? "" : found.error.kind;
}

it("finds the expressions of the source, and none that is constructed where it cannot be seen", () => {
  expect(regexes.length).toBeGreaterThan(180);
  expect(regexes.some(({ source }) => source.includes("contact-form"))).toBe(true);
  expect(constructedLater()).toEqual([]);
});

it("finds an expression that backtracks", async () => {
  expect(await verdict({ source: "\\s+$", flags: "" })).toMatch(/polynomial/);
  expect(await verdict({ source: "(?:a|a)*b", flags: "" })).toMatch(/exponential/);
  expect(await verdict({ source: "<\\s{0,300}a{1,300}>", flags: "g" })).toBe("");
});

it("has only expressions that take linear time", { timeout: 300_000 }, async () => {
  const unsafe: string[] = [];
  for (const regex of regexes) {
    const found = await verdict(regex);
    if (found !== "") unsafe.push(`/${regex.source}/${regex.flags}: ${found}`);
  }
  expect(unsafe).toEqual([]);
});
