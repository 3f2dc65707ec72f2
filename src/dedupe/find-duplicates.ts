import { DuplicateDrops } from "./drop-list.ts";
import type { DuplicateStage } from "./duplicate-stage.ts";
import type { EntryCursor } from "./entry-cursor.ts";
import { EntrySorter } from "./entry-sorter.ts";
import type { FactSource } from "./fact-source.ts";
import { Growing } from "./growing.ts";
import { KeyCounts } from "./key-counts.ts";
import { LeaderSearch } from "./leader-search.ts";
import { type KeySet, visitRarestKeys } from "./rarest-keys.ts";
import type { Scratch } from "./scratch.ts";
import { UnitReader } from "./shingle-fact.ts";
import { UnitTable } from "./unit-table.ts";

/** What the engine may use. */
export interface EngineRoom {
  /** Bytes of memory, beside a table of at most 128 MB; without a scratch file nothing asks for it. */
  readonly memory: number;
  readonly scratch?: Scratch;
}

/** What a stage for duplicates takes. */
export interface FoundDuplicates {
  readonly drops: DuplicateDrops;
  /** Units that had more candidates than are looked at. */
  readonly unsearched: number;
}

/**
 * Finds what an earlier unit that stays is like, exactly as comparing all pairs in canonical order would, in four passes
 * over the facts: count how often each shingle comes; choose each unit's rarest shingles as keys, of which those that no
 * other unit holds are left out; sort the keys, so that units of one key meet; look through the units that met another.
 */
export function findDuplicates(stage: DuplicateStage, source: FactSource, room: EngineRoom): FoundDuplicates {
  const groups = new EntrySorter(room.memory / 4, room.scratch);
  const sizes = groupByKey(sortKeys(stage, source, room), groups);
  const units = gatherUnits(source, groups.sorted(), room);
  const search = new LeaderSearch(units, sizes, stage.likeness);
  const drops = new DuplicateDrops(stage.rule, search.decide());
  return { drops, unsearched: search.unsearched };
}

/** The units that hold a key of another; `groups` has the ranks of those, and their groups. */
function gatherUnits(source: FactSource, groups: EntryCursor, { memory, scratch }: EngineRoom): UnitTable {
  const units = new UnitTable(memory / 2, scratch);
  const own: number[] = [];
  let more = groups.advance();
  let rank = 0;
  source.visit((document, block, values, from, to) => {
    if (more && groups.key === rank) {
      own.length = 0;
      for (; more && groups.key === rank; more = groups.advance()) own.push(groups.value);
      units.add(document, block, own, { values, from, to });
    }
    rank++;
  });
  return units;
}

/** Each key that two units may share, with the rank of each unit that holds it. */
function sortKeys(stage: DuplicateStage, source: FactSource, room: EngineRoom): EntrySorter {
  const counts = countKeys(source);
  const keys = new EntrySorter(room.memory / 4, room.scratch);
  const unit = new UnitReader();
  const set: KeySet = { values: new Uint32Array(0), from: 0, to: 0, numbers: 0, prefix: 0 };
  let rank = 0;
  const add = (key: number): void => keys.add(key, rank);
  source.visit((_, __, values, from, to) => {
    const { shingles, numbers, words } = unit.read(values, from, to);
    set.values = values;
    set.from = shingles.from;
    set.to = shingles.to;
    set.numbers = numbers;
    set.prefix = Math.min(shingles.to - shingles.from, stage.prefix(shingles.to - shingles.from, words));
    visitRarestKeys(counts, set, add);
    rank++;
  });
  return keys;
}

function countKeys(source: FactSource): KeyCounts {
  const counts = new KeyCounts(source.size);
  const unit = new UnitReader();
  source.visit((_, __, values, from, to) => {
    const { shingles, numbers } = unit.read(values, from, to);
    for (let i = shingles.from; i < shingles.to; i++) counts.add(values[i]! ^ numbers);
  });
  return counts;
}

/** Gives each key of two units or more a number, and adds it for each of them to `groups`; answers with the sizes. */
function groupByKey(keys: EntrySorter, groups: EntrySorter): Uint32Array {
  const sizes = new Growing(new Uint32Array(0));
  const entries = keys.sorted();
  let first = -1;
  let key = -1;
  let size = 0;
  while (entries.advance()) {
    if (entries.key !== key) {
      if (size > 1) sizes.push(size);
      key = entries.key;
      first = entries.value;
      size = 1;
      continue;
    }
    if (size++ === 1) groups.add(first, sizes.length);
    groups.add(entries.value, sizes.length);
  }
  if (size > 1) sizes.push(size);
  return sizes.values.slice(0, sizes.length);
}
