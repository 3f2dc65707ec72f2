import type { EntryCursor } from "./entry-cursor.ts";
import { type Entries, entriesOf, radixSort } from "./radix-sort.ts";
import { RunMerge, type SortedRun } from "./run-merge.ts";
import { bytesOf, type Scratch } from "./scratch.ts";

/** Bytes an entry takes while it is sorted: two 32-bit values, twice. */
const ENTRY_BYTES = 16;
const LEAST_ENTRIES = 1024;

/**
 * Sorts any number of (key, value) pairs of 32-bit integers: in memory while they fit into its room, else as sorted runs
 * in a scratch file, 8 bytes a pair, that are merged as they are read. What comes out does not depend on the room.
 */
export class EntrySorter {
  private readonly most: number;
  private readonly scratch: Scratch | undefined;
  private readonly runs: SortedRun[] = [];
  private entries: Entries = entriesOf(LEAST_ENTRIES);
  private count = 0;

  /** `room` in bytes; it is not asked about where there is no scratch file. */
  constructor(room: number, scratch?: Scratch) {
    this.scratch = scratch;
    this.most = scratch ? Math.max(LEAST_ENTRIES, Math.floor(room / ENTRY_BYTES)) : Number.POSITIVE_INFINITY;
  }

  add(key: number, value: number): void {
    if (this.count === this.entries.keys.length) this.makeRoom();
    this.entries.keys[this.count] = key;
    this.entries.values[this.count++] = value;
  }

  /** By ascending key, and for one key in the order in which the values were added. Once, when all are added. */
  sorted(): EntryCursor {
    if (this.runs.length === 0) return new MemoryCursor(this.sort(), this.count);
    this.spill();
    this.entries = entriesOf(0);
    return new RunMerge(this.runs, this.scratch!);
  }

  private makeRoom(): void {
    if (this.count >= this.most) this.spill();
    else this.grow();
  }

  private grow(): void {
    const longer = entriesOf(Math.min(2 * this.count, this.most));
    longer.keys.set(this.entries.keys);
    longer.values.set(this.entries.values);
    this.entries = longer;
  }

  private spill(): void {
    const { keys, values } = this.sort();
    const keysAt = this.scratch!.append(bytesOf(keys.subarray(0, this.count)));
    const valuesAt = this.scratch!.append(bytesOf(values.subarray(0, this.count)));
    this.runs.push({ keysAt, valuesAt, length: this.count });
    this.count = 0;
  }

  private sort(): Entries {
    return radixSort(this.entries, entriesOf(this.count), this.count);
  }
}

class MemoryCursor implements EntryCursor {
  key = 0;
  value = 0;
  private at = 0;
  private readonly entries: Entries;
  private readonly count: number;

  constructor(entries: Entries, count: number) {
    this.entries = entries;
    this.count = count;
  }

  advance(): boolean {
    if (this.at === this.count) return false;
    this.key = this.entries.keys[this.at]!;
    this.value = this.entries.values[this.at++]!;
    return true;
  }
}
