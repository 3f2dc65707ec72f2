import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { Dice } from "../../bench/corpus.ts";
import { parseHtml } from "../../src/html/parse-html.ts";
import { isComparable, outlineOf, parse5Outline } from "./outline.ts";

const folder = fileURLToPath(new URL("../../../shared/bench", import.meta.url));
const missing = !existsSync(folder);
if (missing) console.info(`skipped: the benchmark pages are not at ${folder}`);
const files = missing ? [] : readdirSync(folder).filter((name) => name.endsWith(".jsonl.gz"));

it.skipIf(missing).each(files)("builds the trees that parse5 builds of pages of %s", (file) => {
  const lines = gunzipSync(readFileSync(join(folder, file)))
    .toString()
    .split("\n")
    .slice(0, 20);
  for (const line of lines) {
    if (line === "") continue;
    const { html } = JSON.parse(line) as { html: string };
    expect(outlineOf(parseHtml(html))).toEqual(parse5Outline(html));
  }
});

/** A page with pieces cut out, doubled and moved, as broken downloads and careless templates have them. */
function mutate(page: string, dice: Dice): string {
  let mutated = page.slice(0, 20_000);
  for (let i = 0; i < 12; i++) {
    const from = dice.roll(mutated.length + 1);
    const to = Math.min(mutated.length, from + dice.roll(60));
    const piece = mutated.slice(from, to);
    const rest = mutated.slice(0, from) + mutated.slice(to);
    const at = dice.roll(rest.length + 1);
    mutated = dice.roll(3) === 0 ? rest : rest.slice(0, at) + piece + piece + rest.slice(at);
  }
  return mutated;
}

it.skipIf(missing).each(files)("builds the trees that parse5 builds of mutated pages of %s", (file) => {
  const lines = gunzipSync(readFileSync(join(folder, file)))
    .toString()
    .split("\n")
    .slice(0, 30);
  const dice = new Dice(11);
  for (const line of lines) {
    if (line === "") continue;
    const { html } = JSON.parse(line) as { html: string };
    for (let i = 0; i < 6; i++) {
      const page = mutate(html, dice);
      if (isComparable(page)) expect(outlineOf(parseHtml(page))).toEqual(parse5Outline(page));
    }
  }
});
