import type { Run } from "../text/similarity.ts";
import { Growing } from "./growing.ts";
import type { Scratch } from "./scratch.ts";
import type { UnitReader } from "./shingle-fact.ts";
import { ValueStore } from "./value-store.ts";

/** Before a unit's data: the number of its groups, and of its data values; then the groups. */
const HEADER = 2;

/**
 * The units that met another, in canonical order. In memory are 16 bytes of each; its data and its groups are in a store
 * that goes to disk when there are many.
 */
export class UnitTable {
  readonly documents: Growing<Uint32Array> = new Growing(new Uint32Array(0));
  readonly blocks: Growing<Int32Array> = new Growing(new Int32Array(0));
  private readonly addresses = new Growing(new Float64Array(0));
  private readonly store: ValueStore;
  private record = new Uint32Array(1024);

  constructor(room: number, scratch?: Scratch) {
    this.store = new ValueStore(room, scratch);
  }

  get length(): number {
    return this.addresses.length;
  }

  add(document: number, block: number, groups: readonly number[], { values, from, to }: Run): void {
    const length = HEADER + groups.length + to - from;
    if (this.record.length < length) this.record = new Uint32Array(2 * length);
    const { record } = this;
    record[0] = groups.length;
    record[1] = to - from;
    for (let i = 0; i < groups.length; i++) record[HEADER + i] = groups[i]!;
    for (let i = from, at = HEADER + groups.length; i < to; i++) record[at++] = values[i]!;
    this.documents.push(document);
    this.blocks.push(block);
    this.addresses.push(this.store.append(record, 0, length));
  }

  /** The groups of a unit, and its data read into `reader`. */
  read(unit: number, reader: UnitReader): Run {
    const { values, from } = this.store.read(this.addresses.values[unit]!);
    const groups = from + HEADER;
    const data = groups + values[from]!;
    reader.read(values, data, data + values[from + 1]!);
    return { values, from: groups, to: data };
  }
}
