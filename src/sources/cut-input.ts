import type { Input } from "../core/source.ts";
import { cutCsv } from "./cut-csv.ts";
import type { CutContext, Cutter, Entry } from "./cut-entry.ts";
import { cutFile } from "./cut-file.ts";
import { cutLines } from "./cut-lines.ts";
import { cutParquet } from "./cut-parquet.ts";
import { cutTar } from "./cut-tar.ts";
import { cutWarc } from "./cut-warc.ts";
import { cutZip } from "./cut-zip.ts";
import { sourceFailure } from "./failures.ts";
import { type ContainerFormat, namedFormat } from "./packing.ts";
import type { Parcel } from "./parcel.ts";
import { readBlocks } from "./read-blocks.ts";
import { limitsOf, type ReadOptions } from "./read-options.ts";
import { UnpackMeter } from "./unpack-meter.ts";
import { unpackStream } from "./unpack-stream.ts";

const cutters: Readonly<Record<ContainerFormat, Cutter>> = {
  lines: cutLines,
  warc: cutWarc,
  tar: cutTar,
  zip: cutZip,
  csv: cutCsv,
  parquet: cutParquet,
};

/** Formats whose members are files of any kind. */
const archives: ReadonlySet<ContainerFormat> = new Set(["tar", "zip"]);

/** Whether the name of an input says that it holds many records, and is to be cut. */
export function isContainer(path: string): boolean {
  return namedFormat(path).container !== undefined;
}

/** A parcel, and how far into its input the reading has come. */
export interface Cut {
  readonly parcel: Parcel;
  /** In bytes. */
  readonly position: number;
}

/**
 * Cuts an input that holds many records into parcels, always the same ones and in the same order. Holds no more in memory
 * than one parcel and what unpacking needs; what is wrong with the input comes as parcels too.
 */
export async function* cutInput(
  input: Input,
  options: ReadOptions,
  blocks: AsyncIterable<Uint8Array> = readBlocks(input),
): AsyncGenerator<Cut> {
  const limits = limitsOf(options);
  const meter = new UnpackMeter(limits);
  let parts = 0;
  const { fields } = options;
  const context: CutContext = {
    fields,
    limits,
    meter,
    nextPart: () => ++parts,
    cut: (entry) => cutEntry(entry, context),
  };
  const { path, file } = input;
  const entry = { path, part: 0, depth: 0, blocks: meter.meter(blocks), ...(file !== "" && { file }) };
  for await (const parcel of cutEntry(entry, context)) yield { parcel, position: meter.packed };
}

/** By the endings of its name: what it is packed in, and what is packed. */
async function* cutEntry(entry: Entry, context: CutContext): AsyncGenerator<Parcel> {
  const { path, part, depth } = entry;
  const { packing, container, unread } = namedFormat(path);
  if (unread !== undefined) {
    const found = sourceFailure("unread-packing", path, undefined, `.${unread}`);
    return yield { kind: "found", path, part, found };
  }
  if (container && archives.has(container) && depth >= context.limits.depth)
    return yield { kind: "found", path, part, found: sourceFailure("deep", path) };
  const blocks = packing ? unpackStream(packing, entry.blocks, context.meter) : entry.blocks;
  const cutter = container ? cutters[container] : cutFile;
  const { file: _packed, ...unpacked } = entry;
  yield* cutter(packing ? { ...unpacked, blocks } : entry, context);
}
