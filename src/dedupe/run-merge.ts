import type { EntryCursor } from "./entry-cursor.ts";
import { bytesOf, type Scratch } from "./scratch.ts";

/** A sorted run in a scratch file; offsets in bytes. */
export interface SortedRun {
  readonly keysAt: number;
  readonly valuesAt: number;
  readonly length: number;
}

/** Entries of a run that are read at once. */
const AHEAD = 8192;

interface RunCursor {
  readonly run: SortedRun;
  /** Place of the run: of equal keys the earlier run's come first. */
  readonly place: number;
  readonly keys: Uint32Array;
  readonly values: Uint32Array;
  /** Entries that were read from the file. */
  read: number;
  at: number;
  end: number;
}

/** Merges sorted runs by a heap of their first entries. */
export class RunMerge implements EntryCursor {
  key = 0;
  value = 0;
  private readonly scratch: Scratch;
  private readonly heap: RunCursor[];

  constructor(runs: readonly SortedRun[], scratch: Scratch) {
    this.scratch = scratch;
    const cursors = runs.map((run, place) => {
      const size = Math.min(AHEAD, run.length);
      return { run, place, keys: new Uint32Array(size), values: new Uint32Array(size), read: 0, at: 0, end: 0 };
    });
    this.heap = cursors.filter((cursor) => this.load(cursor));
    for (let i = (this.heap.length >> 1) - 1; i >= 0; i--) this.sink(i);
  }

  advance(): boolean {
    const first = this.heap[0];
    if (!first) return false;
    this.key = first.keys[first.at]!;
    this.value = first.values[first.at]!;
    if (++first.at === first.end && !this.load(first)) {
      const last = this.heap.pop()!;
      if (this.heap.length > 0) this.heap[0] = last;
    }
    this.sink(0);
    return true;
  }

  private load(cursor: RunCursor): boolean {
    const { run, read, keys, values } = cursor;
    const count = Math.min(keys.length, run.length - read);
    if (count === 0) return false;
    this.scratch.readInto(bytesOf(keys.subarray(0, count)), run.keysAt + 4 * read);
    this.scratch.readInto(bytesOf(values.subarray(0, count)), run.valuesAt + 4 * read);
    cursor.read += count;
    cursor.at = 0;
    cursor.end = count;
    return true;
  }

  private sink(from: number): void {
    const { heap } = this;
    for (let at = from; ; ) {
      let least = at;
      const left = 2 * at + 1;
      if (left < heap.length && isBefore(heap[left]!, heap[least]!)) least = left;
      if (left + 1 < heap.length && isBefore(heap[left + 1]!, heap[least]!)) least = left + 1;
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least]!, heap[at]!];
      at = least;
    }
  }
}

function isBefore(a: RunCursor, b: RunCursor): boolean {
  const [key, other] = [a.keys[a.at]!, b.keys[b.at]!];
  return key < other || (key === other && a.place < b.place);
}
