import type { ParcelContent } from "./parcel.ts";
import type { Row } from "./row.ts";

/** UTF-16 code units after which a parcel of rows is full. */
const UNITS = 2 ** 18;

/** Gathers rows into parcels, each row numbered from 1. */
export class RowParcels {
  private rows: Row[] = [];
  private units = 0;
  private record = 1;

  /** Number of the next row. */
  get next(): number {
    return this.record + this.rows.length;
  }

  *add(row: Row): Generator<ParcelContent> {
    this.rows.push(row);
    for (const value of Object.values(row)) this.units += typeof value === "string" ? value.length : 1;
    if (this.units >= UNITS) yield* this.take();
  }

  *take(): Generator<ParcelContent> {
    const { rows, record: firstRecord, units } = this;
    this.record = this.next;
    this.rows = [];
    this.units = 0;
    if (rows.length > 0) yield { kind: "rows", rows, firstRecord, units };
  }
}
