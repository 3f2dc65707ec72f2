import { closeSync } from "node:fs";
import { syncContent, syncFile } from "../../sinks/sync-file.ts";
import type { StoredItem } from "../batch-cleaner.ts";
import type { BatchItem } from "../clean-item.ts";
import type { JournalOptions } from "../run-options.ts";
import { Spool } from "../spool.ts";
import { decodeLine, encodeLine, readBytes, writeBytes } from "./checked-lines.ts";
import { type FileCheck, recheck } from "./file-check.ts";
import { createFiles, cutFiles, type JournalFiles, openFiles } from "./journal-files.ts";
import { differences, type Stamp } from "./stamp.ts";
import { isLasting, pathOf } from "./unit.ts";

/** A line of the index: the answer for a unit. */
interface Entry extends Omit<StoredItem, "order"> {
  readonly unit: string;
}

/** Where an entry's line lies in the index, and its drafts and facts in the data, all in bytes. */
interface Place {
  readonly line: readonly [offset: number, length: number];
  readonly data: readonly [offset: number, length: number];
  /** Whether this run has asked for it, or added it. */
  isUsed: boolean;
}

export type JournalChoices = Pick<JournalOptions, "fresh" | "checkContent">;

/** Milliseconds between two moments at which what was done is made to last. */
const CHECKPOINT = 1000;

/**
 * What runs into one folder have made of their inputs, so that the next makes nothing twice. Drafts and facts are appended
 * to one file by the workers; a line of the index says, when they are on the disk, what they are the answer to. So a line
 * that is whole speaks of data that is whole, however the process or the machine has died.
 */
export class Journal {
  /** Why the journal that was there cannot be used; empty where it can, or there was none. */
  readonly differences: readonly string[];
  readonly spool: Spool;
  private files: JournalFiles;
  private indexEnd: number;
  private readonly folder: string;
  private readonly places = new Map<string, Place>();
  private readonly checkContent: boolean;
  private waiting: Entry[] = [];
  private last = performance.now();
  private isSyncing = false;

  constructor(folder: string, stamp: Stamp, { fresh = false, checkContent = false }: JournalChoices = {}) {
    const found = fresh ? undefined : openFiles(folder);
    this.differences = found ? differences(found.stamp, stamp) : [];
    this.folder = folder;
    this.checkContent = checkContent;
    if (found && this.differences.length === 0) this.files = this.load(found);
    else {
      if (found) closeFiles(found);
      this.files = createFiles(folder, stamp, () => []);
    }
    this.indexEnd = this.files.indexEnd;
    this.spool = Spool.over(this.files.data, this.files.dataEnd);
  }

  /** The answer for an item from an earlier run, if its content is still the same. */
  recall(item: BatchItem): StoredItem | undefined {
    const place = item.unit === undefined ? undefined : this.places.get(item.unit);
    if (!place) return undefined;
    const entry = this.read(place);
    const check = this.isSame(item, entry);
    if (!check) return undefined;
    place.isUsed = true;
    if (check !== true && check !== entry.check) this.waiting.push({ ...entry, check });
    return { ...entry, order: item.order };
  }

  /** Keeps a result; it lasts from the next checkpoint. */
  add({ order: _, unit, ...result }: StoredItem): void {
    if (unit !== undefined && isLasting(result)) this.waiting.push({ ...result, unit });
  }

  /** Makes what was added last, now and then. */
  async checkpoint(): Promise<void> {
    if (this.isSyncing || performance.now() - this.last < CHECKPOINT) return;
    this.isSyncing = true;
    const entries = this.waiting.splice(0);
    try {
      await syncContent(this.files.data);
      this.write(entries);
    } finally {
      this.last = performance.now();
      this.isSyncing = false;
    }
  }

  /** Makes all that was added last. */
  flush(): void {
    syncFile(this.files.data);
    this.write(this.waiting.splice(0));
    syncFile(this.files.index);
  }

  /** Keeps what can be kept of a run that breaks, whatever broke it. */
  rescue(): void {
    try {
      this.flush();
    } catch {
      // As on a full disk: all that was made to last before lasts.
    }
  }

  /** The inputs of earlier runs that are not among those of this one. When all inputs have been asked for. */
  vanished(isInput: (path: string) => boolean): string[] {
    return [...new Set(this.unused().map(pathOf))].filter((path) => !isInput(path));
  }

  /**
   * Lets go of what this run did not ask for, and takes its room back when it is more than half of all. When all inputs
   * have been asked for, and all drafts were read.
   */
  settle(): void {
    this.flush();
    const unused = this.unused();
    for (const unit of unused) this.places.delete(unit);
    let live = 0;
    for (const { data } of this.places.values()) live += data[1];
    const dead = this.spool.length - live;
    if (dead > live && dead > SMALL) this.compact();
    else if (unused.length > 0) this.append({ gone: unused });
  }

  close(): void {
    closeFiles(this.files);
  }

  private unused(): string[] {
    return [...this.places].filter(([, { isUsed }]) => !isUsed).map(([unit]) => unit);
  }

  private isSame({ input, parcel }: BatchItem, { check }: Entry): FileCheck | true | undefined {
    // The name of a parcel holds the sum of its content.
    if (parcel) return true;
    try {
      return check && recheck(input.file, check, this.checkContent);
    } catch {
      // It is asked for again, and then it is told what is wrong with it.
      return undefined;
    }
  }

  private load(found: JournalFiles): JournalFiles {
    let dataEnd = 0;
    for (const { value, offset, length } of found.lines) {
      const { gone, ...entry } = value as Entry & { readonly gone?: readonly string[] };
      for (const unit of gone ?? []) this.places.delete(unit);
      if (gone) continue;
      const data = [entry.offset, sizeOf(entry)] as const;
      // Shorter where somebody has put back a part of a copy.
      if (data[0] + data[1] > found.dataEnd) continue;
      dataEnd = Math.max(dataEnd, data[0] + data[1]);
      this.places.set(entry.unit, { line: [offset, length], data, isUsed: false });
    }
    return cutFiles({ ...found, lines: [] }, dataEnd);
  }

  private write(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const line = this.append(entry);
      this.places.set(entry.unit, { line, data: [entry.offset, sizeOf(entry)], isUsed: true });
    }
  }

  private append(value: unknown): readonly [offset: number, length: number] {
    const line = encodeLine(value);
    const offset = this.indexEnd;
    writeBytes(this.files.index, line, offset);
    this.indexEnd += line.length;
    return [offset, line.length];
  }

  private read({ line: [offset, length] }: Place): Entry {
    return decodeLine(readBytes(this.files.index, offset, length)) as Entry;
  }

  /** Writes what is left anew; where there is no room for that, all stays as it is. */
  private compact(): void {
    const places = [...this.places.values()];
    const fill = (data: number): Iterable<Entry> => {
      let end = 0;
      return places.map((place) => {
        const bytes = readBytes(this.files.data, ...place.data);
        writeBytes(data, bytes, end);
        end += bytes.length;
        return { ...this.read(place), offset: end - bytes.length };
      });
    };
    try {
      const compacted = createFiles(this.folder, this.files.stamp, fill);
      this.close();
      this.files = compacted;
    } catch {
      // The old one is whole.
    }
  }
}

/** Bytes that are not worth the work. */
const SMALL = 1 << 20;

function sizeOf({ drafts, factLengths }: Pick<Entry, "drafts" | "factLengths">): number {
  return [...drafts.flatMap(({ lengths }) => lengths), ...factLengths].reduce((sum, length) => sum + length, 0);
}

function closeFiles({ index, data }: JournalFiles): void {
  closeSync(index);
  closeSync(data);
}
