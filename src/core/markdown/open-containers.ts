import type { Container } from "../shape.ts";

interface Open {
  readonly container: Container;
  /** What every line in it but the first begins with. */
  readonly indent: string;
}

/** What a block's lines begin with. */
export interface Prefixes {
  /** Of a blank line between this block and the one before. */
  readonly between: string;
  readonly first: string;
  readonly rest: string;
  /** Whether no blank line is needed before it: the next entry of a list, or the first of a list inside an entry. */
  readonly tight: boolean;
}

/** Larger ones, as CommonMark says, begin no list. */
const LARGEST_NUMBER = 999_999_999;

/** The quotations and list entries that are open while a document is written, block by block. */
export class OpenContainers {
  private stack: Open[] = [];
  /** Entries that get no mark, by id. */
  private readonly silent = new Set<number>();
  /** Lists whose entries count as entries of the list around them. */
  private readonly outer = new Map<number, number>();
  /** What stands for the bullets of a list, or behind its numbers: lists next to each other would be one otherwise. */
  private readonly marks = new Map<number, string>();
  private openedEntry = false;

  /** Leaves and opens containers so that a block of these can be written. */
  enter(within: readonly Container[]): Prefixes {
    const path = this.withMarks(within);
    const common = this.commonWith(path);
    const left = this.stack;
    const fresh = path.slice(common);
    const tight = this.openedEntry && isNextEntry(left, path, common);
    const between = indentOf(left.slice(0, common));
    this.stack = left.slice(0, common);
    let first = between;
    for (const container of fresh) {
      const mark = this.markOf(container, left[this.stack.length]?.container);
      first += mark;
      this.stack.push({ container, indent: container.list === undefined ? mark : " ".repeat(mark.length) });
    }
    this.openedEntry = fresh.at(-1)?.list !== undefined;
    return { between: between.trimEnd(), first, rest: indentOf(this.stack), tight };
  }

  /** Of entries that begin together only the innermost gets a mark, in the place of the others: nobody writes `- - a`. */
  private withMarks(within: readonly Container[]): readonly Container[] {
    for (const [i, { id, list }] of within.entries()) {
      const inner = within[i + 1]?.list;
      if (list === undefined || inner === undefined || this.stack.some(({ container }) => container.id === id))
        continue;
      this.silent.add(id);
      this.outer.set(inner, this.outer.get(list) ?? list);
    }
    if (this.silent.size === 0) return within;
    const marked = within.filter(({ id }) => !this.silent.has(id));
    return marked.map((entry) =>
      this.outer.has(entry.list!) ? { ...entry, list: this.outer.get(entry.list!)! } : entry,
    );
  }

  private commonWith(path: readonly Container[]): number {
    let common = 0;
    while (common < path.length && this.stack[common]?.container.id === path[common]!.id) common++;
    return common;
  }

  /** `beside` is what stood at the same place before. */
  private markOf(entry: Container, beside: Container | undefined): string {
    const { list, number } = entry;
    if (list === undefined) return "> ";
    const [usual, other] = isNumbered(entry) ? ([".", ")"] as const) : (["-", "*"] as const);
    let mark = this.marks.get(list);
    if (mark !== usual && mark !== other) {
      const isTaken = beside?.list !== undefined && this.marks.get(beside.list) === usual;
      mark = isTaken ? other : usual;
    }
    this.marks.set(list, mark);
    return isNumbered(entry) ? `${number}${mark} ` : `${mark} `;
  }
}

function indentOf(stack: readonly Open[]): string {
  return stack.map(({ indent }) => indent).join("");
}

function isNumbered({ number }: Container): boolean {
  return number !== undefined && number >= 0 && number <= LARGEST_NUMBER;
}

function isNextEntry(left: readonly Open[], path: readonly Container[], common: number): boolean {
  const next = path[common];
  if (next?.list === undefined || path[common + 1] !== undefined) return false;
  const beside = left[common]?.container;
  if (beside) return beside.list === next.list && isNumbered(beside) === isNumbered(next);
  // A list that begins with another number than 1 would be read on as the paragraph before it.
  return left[common - 1]?.container.list !== undefined && (!isNumbered(next) || next.number === 1);
}
