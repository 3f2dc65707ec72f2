import { expect, test } from "vitest";
import type { Fact } from "../../src/core/corpus-stage.ts";
import { compareGroup, LARGE_GROUP, type Likeness } from "../../src/dedupe/compare-group.ts";
import { jaccardLikeness } from "../../src/dedupe/jaccard-likeness.ts";
import { nearIdenticalParagraphs } from "../../src/dedupe/near-identical-paragraphs.ts";
import { documentOf, factsOf, prose, seeded, word } from "./synthetic-corpus.ts";

/** 60 words with `slots` of them each text's own. */
function template(count: number, slots: readonly number[]): Fact[] {
  const base = prose(seeded(22), 60).split(" ");
  const random = seeded(23);
  const texts = Array.from({ length: count }, () =>
    base.map((text, i) => (slots.includes(i) ? word(random(40000)) : text)),
  );
  return factsOf(
    nearIdenticalParagraphs,
    texts.map((words) => documentOf([words.join(" ")])),
  );
}

function groupsOf(facts: readonly Fact[]): Map<number, Fact[]> {
  const groups = new Map<number, Fact[]>();
  for (const fact of facts) for (const key of fact.keys) groups.set(key, [...(groups.get(key) ?? []), fact]);
  return groups;
}

function counting(): Likeness & { calls: number } {
  const likeness = {
    calls: 0,
    mayBeAlike(...pair: Parameters<Likeness["mayBeAlike"]>) {
      likeness.calls++;
      return jaccardLikeness.mayBeAlike(...pair);
    },
    score: jaccardLikeness.score,
  };
  return likeness;
}

test("a large group of unlike texts costs a bounded number of comparisons a member", () => {
  const [key, group] = [...groupsOf(template(3000, [5, 15, 25, 35, 45, 55]))].sort(
    (a, b) => b[1].length - a[1].length,
  )[0]!;
  const likeness = counting();
  expect(group.length).toBeGreaterThan(2000);
  expect(compareGroup(group, key, likeness)).toEqual([]);
  expect(likeness.calls).toBeLessThanOrEqual(group.length * LARGE_GROUP);
});

test("a large group of alike texts is compared with its one leader", () => {
  const [key, group] = [...groupsOf(template(3000, [20]))].sort((a, b) => b[1].length - a[1].length)[0]!;
  const likeness = counting();
  compareGroup(group, key, likeness);
  expect(likeness.calls).toBe(group.length - 1);
});

test("every pair is given in exactly one of the groups in which it meets", () => {
  const facts = template(200, [20]);
  const pairs = [...groupsOf(facts)].flatMap(([key, group]) => compareGroup(group, key, jaccardLikeness));
  const names = pairs.map(({ first, second }) => `${first.document} ${second.document}`);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toHaveLength((200 * 199) / 2);
});

test("texts of different numbers that meet by chance are not compared", () => {
  const texts = ["1", "2"].map((number) => documentOf([`${prose(seeded(4), 40)} ${number}`]));
  const likeness = counting();
  expect(compareGroup(factsOf(nearIdenticalParagraphs, texts), 0, likeness)).toEqual([]);
  expect(likeness.calls).toBe(0);
});
