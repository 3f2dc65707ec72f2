import { randomUUID } from "node:crypto";
import { closeSync, fstatSync, openSync, readdirSync, renameSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { syncFile, syncFolder } from "../../sinks/sync-file.ts";
import { encodeLine, type PlacedLine, readCheckedLines, writeBytes } from "./checked-lines.ts";
import type { Stamp } from "./stamp.ts";

const INDEX = "journal";
const DATA = /^drafts-[\w-]+$/;
const SCHEMA = "dehusk/journal/1";

/** The first line of an index. */
interface Head {
  readonly schema: string;
  readonly stamp: Stamp;
  /** Name of the file that the drafts and facts are in. */
  readonly data: string;
}

/** The two files of a journal, open. */
export interface JournalFiles {
  readonly folder: string;
  /** Of the file that the data is in. */
  readonly name: string;
  readonly index: number;
  /** Bytes of the index that are whole lines. */
  readonly indexEnd: number;
  readonly data: number;
  /** In bytes. */
  readonly dataEnd: number;
  readonly stamp: Stamp;
  /** The lines behind the head. */
  readonly lines: readonly PlacedLine[];
}

/** Opens the journal in a folder; `undefined` where there is none that can be read. */
export function openFiles(folder: string): JournalFiles | undefined {
  let index: number;
  try {
    index = openSync(join(folder, INDEX), "r+");
  } catch {
    return undefined;
  }
  const [first, ...lines] = readCheckedLines(index);
  const head = first?.value as Head | undefined;
  try {
    if (head?.schema === SCHEMA && DATA.test(head.data)) {
      const data = openSync(join(folder, head.data), "r+");
      removeOthers(folder, head.data);
      const last = lines.at(-1) ?? first!;
      return {
        folder,
        name: head.data,
        index,
        indexEnd: last.offset + last.length,
        data,
        dataEnd: fstatSync(data).size,
        stamp: head.stamp,
        lines,
      };
    }
  } catch {
    // Its data is gone.
  }
  closeSync(index);
  return undefined;
}

/** Cuts off what lies behind the last whole line, and the last bytes that a line speaks of. */
export function cutFiles(files: JournalFiles, dataEnd: number): JournalFiles {
  const { folder, name, indexEnd } = files;
  truncateSync(join(folder, INDEX), indexEnd);
  truncateSync(join(folder, name), dataEnd);
  return { ...files, dataEnd };
}

/**
 * Makes a journal in the place of any other, which stays until this one is whole. `fill` writes its data and gives the
 * values of the lines.
 */
export function createFiles(folder: string, stamp: Stamp, fill: (data: number) => Iterable<unknown>): JournalFiles {
  const data = `drafts-${randomUUID()}`;
  const partial = join(folder, `${INDEX}.partial`);
  const handles: number[] = [];
  try {
    for (const path of [join(folder, data), partial]) handles.push(openSync(path, "w+"));
    const [dataHandle, index] = handles as [number, number];
    let end = 0;
    const write = (value: unknown): void => {
      const line = encodeLine(value);
      writeBytes(index, line, end);
      end += line.length;
    };
    write({ schema: SCHEMA, stamp, data } satisfies Head);
    for (const value of fill(dataHandle)) write(value);
    for (const handle of handles) syncFile(handle);
    renameSync(partial, join(folder, INDEX));
    syncFolder(folder);
    removeOthers(folder, data);
    return {
      folder,
      name: data,
      index,
      indexEnd: end,
      data: dataHandle,
      dataEnd: fstatSync(dataHandle).size,
      stamp,
      lines: [],
    };
  } catch (error) {
    for (const handle of handles) closeSync(handle);
    for (const path of [join(folder, data), partial]) rmSync(path, { force: true });
    throw error;
  }
}

/** Deletes the journal in a folder. */
export function removeFiles(folder: string): void {
  rmSync(join(folder, INDEX), { force: true });
  removeOthers(folder, "");
}

/** Data of no index: an earlier journal's, or of one that was not finished. */
function removeOthers(folder: string, data: string): void {
  for (const name of readdirSync(folder))
    if ((DATA.test(name) && name !== data) || name === `${INDEX}.partial`) rmSync(join(folder, name), { force: true });
}
