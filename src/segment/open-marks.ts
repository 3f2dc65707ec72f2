import type { Container } from "../core/shape.ts";

/** Lists nested deeper are written as this deep. */
const DEEPEST = 24;
/** An entry or a paragraph is inside an entry when it is indented by so many more characters. */
const STEP = 2;

interface Entry {
  readonly indent: number;
  readonly container: Container;
}

/** The lists and quotations that are open while the lines of a text are read. */
export class OpenMarks {
  private entries: Entry[] = [];
  private quotes: readonly Container[] = [];
  private next = 0;

  /** The containers of a list entry that is indented by so much. */
  entry(indent: number, number: number | undefined): readonly Container[] {
    this.quotes = [];
    const beside = this.leave(indent)?.container;
    while (this.entries.length >= DEEPEST) this.entries.pop();
    const isSameList = beside !== undefined && (beside.number === undefined) === (number === undefined);
    const list = isSameList ? beside.list! : this.next++;
    const container = { id: this.next++, list, ...(number !== undefined && { number }) };
    this.entries.push({ indent, container });
    return this.containers();
  }

  /** The containers of text that is indented by so much and has no mark of its own. */
  inside(indent: number): readonly Container[] {
    this.quotes = [];
    this.leave(indent);
    return this.containers();
  }

  /** The containers of a line behind so many marks of quotation; `follows` where it is the next line. */
  quote(depth: number, follows: boolean): readonly Container[] {
    this.entries = [];
    const open = follows ? this.quotes.slice(0, depth) : [];
    while (open.length < Math.min(depth, DEEPEST)) open.push({ id: this.next++ });
    this.quotes = open;
    return open;
  }

  /** Leaves the entries that text of this indentation is not inside of; gives the outermost. */
  private leave(indent: number): Entry | undefined {
    let last: Entry | undefined;
    while (this.entries.length > 0 && indent < this.entries.at(-1)!.indent + STEP) last = this.entries.pop();
    return last;
  }

  private containers(): readonly Container[] {
    return this.entries.map(({ container }) => container);
  }
}
