import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import {
  fromBufferPromise,
  getFileNameLowLevel,
  openPromise,
  type Entry as ZipEntry,
  type ZipFile,
  type ZipFileOptions,
} from "yauzl";
import type { CutContext, Entry } from "./cut-entry.ts";
import { cutMember, type Member } from "./cut-member.ts";
import { errorCode, readingFailure } from "./failures.ts";
import { nodeFiles } from "./file-access.ts";
import { gatherBytes } from "./gather-bytes.ts";
import type { Packing } from "./packing.ts";
import type { Parcel } from "./parcel.ts";
import { SourceError } from "./source-error.ts";
import type { UnpackMeter } from "./unpack-meter.ts";
import { unpackStream } from "./unpack-stream.ts";

/** Names are checked here, one by one: the library would give up the whole archive for one of them. */
const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false } as const;

// The types do not know the option yet.
const raw = { decodeFileData: false } as unknown as ZipFileOptions;

const packingOfMethod: ReadonlyMap<number, Packing | "stored"> = new Map([
  [0, "stored"],
  [8, "deflate"],
  [93, "zstd"],
]);

/**
 * The members of a ZIP archive (also ZIP64), in the order of its directory. The directory stands at the end, so an archive that
 * lies in another is held in memory.
 */
export async function* cutZip(entry: Entry, context: CutContext): AsyncGenerator<Parcel> {
  let zip: ZipFile | undefined;
  try {
    zip = await open(entry, context);
    if (zip.entryCount === 0 && entry.part > 0) throw new SourceError("empty");
    for await (const found of zip.eachEntry() as AsyncIterable<ZipEntry>) {
      const member = memberOf(zip, found, context.meter);
      if (!member.name.endsWith("/")) yield* cutMember(entry, member, context);
    }
  } catch (error) {
    const found = readingFailure(ownError(error), entry.path);
    yield { kind: "found", path: entry.path, part: context.nextPart(), found };
  } finally {
    zip?.close();
  }
}

async function open({ file, blocks }: Entry, { limits }: CutContext): Promise<ZipFile> {
  // Never opened when it became a pipe or a device since it was listed: reading could wait for ever.
  if (file !== undefined && nodeFiles.stat(file).kind === "special") throw new SourceError("special");
  if (file !== undefined) return openPromise(file, options);
  return fromBufferPromise(Buffer.from(await gatherBytes(blocks, limits.recordBytes)), options);
}

function memberOf(zip: ZipFile, entry: ZipEntry, meter: UnpackMeter): Member {
  const { compressionMethod: method, generalPurposeBitFlag: flags } = entry;
  const packing = packingOfMethod.get(method);
  const refused =
    flags & 1
      ? (["encrypted", ""] as const)
      : packing === undefined
        ? (["unread-packing", `method ${method} of ZIP`] as const)
        : undefined;
  return {
    name: getFileNameLowLevel(flags, entry.fileNameRaw, entry.extraFields, false),
    isFile: isPlain(entry.externalFileAttributes >>> 16),
    ...(refused && { refused }),
    open: () => checked(zip, entry, packing ?? "stored", meter),
  };
}

/** By the file type of a Unix mode; other systems leave it 0. */
function isPlain(mode: number): boolean {
  const type = mode & 0o170000;
  return type === 0 || type === 0o100000;
}

/** What a member holds, unpacked, and checked by its CRC-32 and size at its end. */
async function* checked(
  zip: ZipFile,
  entry: ZipEntry,
  packing: Packing | "stored",
  meter: UnpackMeter,
): AsyncGenerator<Uint8Array> {
  const packed = meter.meter(rawData(zip, entry));
  let sum = 0;
  let size = 0;
  for await (const block of packing === "stored" ? packed : unpackStream(packing, packed, meter)) {
    sum = crc32(block, sum);
    size += block.length;
    yield block;
  }
  if (sum !== entry.crc32 || size !== entry.uncompressedSize)
    throw new SourceError("damaged", "size or checksum of a ZIP member");
}

/** The bytes of a member as they lie in the archive. */
async function* rawData(zip: ZipFile, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let stream: Readable | undefined;
  try {
    stream = await zip.openReadStreamPromise(entry, raw);
    for await (const block of stream) yield block as Buffer;
  } catch (error) {
    throw ownError(error);
  } finally {
    stream?.destroy();
  }
}

/** The library's own errors say what is wrong with the archive, in words only. */
function ownError(error: unknown): unknown {
  if (error instanceof SourceError || errorCode(error) !== undefined) return error;
  return new SourceError("damaged", error instanceof Error ? error.message : String(error));
}
