import type { FieldOptions } from "./json-record.ts";
import type { Limits } from "./limits.ts";
import type { Parcel } from "./parcel.ts";
import type { UnpackMeter } from "./unpack-meter.ts";

/** An input, or a member of an archive, whose bytes stream in. */
export interface Entry {
  /** As in `RawRecord`; its endings say what it is. */
  readonly path: string;
  /** As in `Parcel`. */
  readonly part: number;
  /** Archives that it lies in. */
  readonly depth: number;
  readonly blocks: AsyncIterable<Uint8Array>;
  /** Where the same bytes lie on this machine, for what has to be read from its end. */
  readonly file?: string;
}

/** What the cutters of one input share. */
export interface CutContext {
  readonly fields: FieldOptions;
  readonly limits: Limits;
  readonly meter: UnpackMeter;
  /** Number of the next member. */
  nextPart(): number;
  /** Cuts a member of an archive as its own name asks for. */
  cut(entry: Entry): AsyncGenerator<Parcel>;
}

/** Cuts what an entry holds into parcels, in order. Never throws for what is wrong with the entry. */
export type Cutter = (entry: Entry, context: CutContext) => AsyncGenerator<Parcel>;
