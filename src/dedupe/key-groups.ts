import type { Fact } from "../core/corpus-stage.ts";
import type { FactTable } from "./fact-table.ts";

/** Keys and the indices of the facts that hold them, side by side. */
interface Entries {
  readonly keys: Uint32Array;
  readonly facts: Uint32Array;
}

/** One key that several facts hold. */
export interface KeyGroup {
  readonly key: number;
  /** In canonical order. */
  readonly members: readonly Fact[];
}

/** Calls `visit` with every group of two or more, by ascending key; facts that are not `present` are left out. */
export function visitKeyGroups(
  table: FactTable,
  present: (fact: number) => boolean,
  visit: (group: KeyGroup) => void,
): void {
  const { keys, facts } = sortEntries(entriesOf(table, present));
  for (let from = 0, to = 0; from < keys.length; from = to) {
    const key = keys[from]!;
    while (to < keys.length && keys[to] === key) to++;
    if (to - from < 2) continue;
    const members = [...facts.subarray(from, to)].sort((a, b) => table.compare(a, b));
    visit({ key, members: members.map((fact) => table.fact(fact)) });
  }
}

function entriesOf(table: FactTable, present: (fact: number) => boolean): Entries {
  let total = 0;
  for (let fact = 0; fact < table.length; fact++) if (present(fact)) total += table.keyCount(fact);
  const entries = { keys: new Uint32Array(total), facts: new Uint32Array(total) };
  let at = 0;
  for (let fact = 0; fact < table.length; fact++) {
    if (!present(fact)) continue;
    for (let k = table.keyCount(fact) - 1; k >= 0; k--) {
      entries.keys[at] = table.key(fact, k);
      entries.facts[at++] = fact;
    }
  }
  return entries;
}

const DIGITS = [
  { shift: 0, size: 2048 },
  { shift: 11, size: 2048 },
  { shift: 22, size: 1024 },
];

/** Least significant digit radix sort by key: linear. */
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
