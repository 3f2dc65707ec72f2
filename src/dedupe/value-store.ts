import type { Run } from "../text/similarity.ts";
import { bytesOf, type Scratch } from "./scratch.ts";

/** Values a page: 128 KB. Longer stretches get a page of their own. */
const PAGE = 32768;
const LEAST_PAGES = 4;
/** An address is a page's number times this, and the place in the page. */
const PAGE_STEP = 2 ** 32;

interface Page {
  values: Uint32Array;
  /** Where it lies in the scratch file, in bytes; -1 while it is in memory only. */
  offset: number;
  readonly length: number;
}

/**
 * Stretches of 32-bit values that are written once and read in any order: in memory while they fit into its room, else in
 * a scratch file, with the pages read last in memory.
 */
export class ValueStore {
  private readonly scratch: Scratch | undefined;
  private readonly most: number;
  private readonly pages: Page[] = [];
  /** Pages in memory, the one used longest ago first. */
  private readonly held = new Set<number>();
  private heldValues = 0;
  private latest = -1;
  private filling = -1;
  private filled = PAGE;

  /** `room` in bytes; it is not asked about where there is no scratch file. */
  constructor(room: number, scratch?: Scratch) {
    this.scratch = scratch;
    this.most = scratch ? Math.max(LEAST_PAGES * PAGE, room / 4) : Number.POSITIVE_INFINITY;
  }

  /** Gives the address to read them by: a page and a place in it, as one number below 2^53. */
  append(values: Uint32Array, from: number, to: number): number {
    const length = to - from;
    if (this.filled + length > (this.pages.at(-1)?.length ?? 0)) this.addPage(Math.max(PAGE, length));
    const number = this.pages.length - 1;
    const page = this.pages[number]!.values;
    for (let i = 0; i < length; i++) page[this.filled + i] = values[from + i]!;
    const address = number * PAGE_STEP + this.filled;
    this.filled += length;
    return address;
  }

  /** The values from an address to the end of its page. Good until another page is read. */
  read(address: number): Run {
    const number = Math.floor(address / PAGE_STEP);
    const from = address - number * PAGE_STEP;
    const page = this.pages[number]!;
    if (number !== this.latest) this.use(number, page);
    return { values: page.values, from, to: page.length };
  }

  private addPage(length: number): void {
    this.filling = -1;
    this.evict(length);
    this.pages.push({ values: new Uint32Array(length), offset: -1, length });
    this.filling = this.latest = this.pages.length - 1;
    this.held.add(this.latest);
    this.heldValues += length;
    this.filled = 0;
  }

  private use(number: number, page: Page): void {
    if (page.values.length === 0) {
      this.evict(page.length);
      page.values = new Uint32Array(page.length);
      this.scratch!.readInto(bytesOf(page.values), page.offset);
      this.heldValues += page.length;
    } else if (this.most < Number.POSITIVE_INFINITY) this.held.delete(number);
    this.held.add(number);
    this.latest = number;
  }

  /** A page never changes once the next is begun, so it is written once and then only let go. */
  private evict(length: number): void {
    for (const number of this.held) {
      if (this.heldValues + length <= this.most) break;
      if (number === this.filling) continue;
      const page = this.pages[number]!;
      if (page.offset < 0) page.offset = this.scratch!.append(bytesOf(page.values));
      page.values = new Uint32Array(0);
      this.held.delete(number);
      this.heldValues -= page.length;
    }
  }
}
