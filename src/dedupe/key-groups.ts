import type { Fact } from "../core/corpus-stage.ts";

/** Keys and the indices of the facts that hold them, side by side. */
interface Entries {
  readonly keys: Uint32Array;
  readonly facts: Uint32Array;
}

/** One key that several facts hold. */
export interface KeyGroup {
  readonly key: number;
  /** In the order in which the facts were given. */
  readonly members: readonly Fact[];
}

/** Calls `visit` with every group of two or more, by ascending key. */
export function visitKeyGroups(facts: readonly Fact[], visit: (group: KeyGroup) => void): void {
  const { keys, facts: holders } = sortEntries(entriesOf(facts));
  for (let from = 0, to = 0; from < keys.length; from = to) {
    const key = keys[from]!;
    while (to < keys.length && keys[to] === key) to++;
    if (to - from < 2) continue;
    const members: Fact[] = [];
    for (let i = from; i < to; i++) members.push(facts[holders[i]!]!);
    visit({ key, members });
  }
}

function entriesOf(facts: readonly Fact[]): Entries {
  let total = 0;
  for (const { keys } of facts) total += keys.length;
  const entries = { keys: new Uint32Array(total), facts: new Uint32Array(total) };
  let at = 0;
  for (let f = 0; f < facts.length; f++) {
    const { keys } = facts[f]!;
    for (let k = 0; k < keys.length; k++) {
      entries.keys[at] = keys[k]!;
      entries.facts[at++] = f;
    }
  }
  return entries;
}

const DIGITS = [
  { shift: 0, size: 2048 },
  { shift: 11, size: 2048 },
  { shift: 22, size: 1024 },
];

/** Least significant digit radix sort by key: linear, and stable, so a group keeps the order of the facts. */
function sortEntries(entries: Entries): Entries {
  let from = entries;
  let to: Entries = { keys: new Uint32Array(from.keys.length), facts: new Uint32Array(from.keys.length) };
  for (const { shift, size } of DIGITS) {
    const next = digitStarts(from.keys, shift, size);
    for (let i = 0; i < from.keys.length; i++) {
      const key = from.keys[i]!;
      const digit = (key >>> shift) & (size - 1);
      const place = next[digit]!;
      next[digit] = place + 1;
      to.keys[place] = key;
      to.facts[place] = from.facts[i]!;
    }
    [from, to] = [to, from];
  }
  return from;
}

function digitStarts(keys: Uint32Array, shift: number, size: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (let i = 0; i < keys.length; i++) starts[((keys[i]! >>> shift) & (size - 1)) + 1]!++;
  for (let digit = 1; digit <= size; digit++) starts[digit]! += starts[digit - 1]!;
  return starts;
}
