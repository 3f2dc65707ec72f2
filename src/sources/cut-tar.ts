import { ByteCursor } from "./byte-cursor.ts";
import type { CutContext, Entry } from "./cut-entry.ts";
import { cutMember, type Member } from "./cut-member.ts";
import { readingFailure, sourceFailure } from "./failures.ts";
import type { Parcel } from "./parcel.ts";
import { SourceError } from "./source-error.ts";
import { paxFields, type TarHeader, tarHeader } from "./tar-header.ts";

const BLOCK = 512;
/** Of old archives, POSIX's, contiguous ones, and GNU's sparse ones. */
const FILE_TYPES: ReadonlySet<string> = new Set(["\0", "0", "7", "S"]);
/** Longest name or set of extended fields, in bytes. */
const EXTENSION_BYTES = 2 ** 20;

/** The members of a TAR archive (POSIX pax, ustar and GNU), in order. Behind a damaged header it goes on with the next sound one. */
export async function* cutTar(entry: Entry, context: CutContext): AsyncGenerator<Parcel> {
  const cursor = new ByteCursor(entry.blocks);
  const first = context.nextPart();
  let last = first;
  const shared = { ...context, nextPart: () => (last = context.nextPart()) };
  try {
    for await (const header of readHeaders(cursor)) {
      if ("damaged" in header) {
        const found = sourceFailure("damaged", entry.path, undefined, `no header at byte ${header.damaged}`);
        yield { kind: "found", path: entry.path, part: shared.nextPart(), found };
      } else yield* cutTarMember(entry, header, cursor, shared);
    }
    if (last === first && entry.part > 0)
      yield { kind: "found", path: entry.path, part: first, found: sourceFailure("empty", entry.path) };
  } catch (error) {
    yield { kind: "found", path: entry.path, part: context.nextPart(), found: readingFailure(error, entry.path) };
  } finally {
    await cursor.close();
  }
}

async function* cutTarMember(
  entry: Entry,
  { name, size, type }: TarHeader,
  cursor: ByteCursor,
  context: CutContext,
): AsyncGenerator<Parcel> {
  const end = cursor.position + size;
  const member: Member = {
    name,
    isFile: FILE_TYPES.has(type),
    ...(type === "S" && { refused: ["unread-packing", "a sparse file"] as const }),
    open: () => wholeStream(cursor, size),
  };
  if (type !== "5") yield* cutMember(entry, member, context);
  await cursor.skip(end - cursor.position + padding(size));
  if (cursor.position < end) throw new SourceError("damaged", "it ends too early");
}

async function* wholeStream(cursor: ByteCursor, size: number): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const part of cursor.stream(size)) {
    count += part.length;
    yield part;
  }
  if (count < size) throw new SourceError("damaged", "it ends too early");
}

const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

/** The headers of members, with what the headers before them say of them; each is to be read up to the next by the caller. */
async function* readHeaders(cursor: ByteCursor): AsyncGenerator<TarHeader | { readonly damaged: number }> {
  let extended: Partial<TarHeader> = {};
  let isLost = false;
  for (;;) {
    const start = cursor.position;
    const block = await cursor.take(BLOCK);
    if (block.length === 0 || (block.length === BLOCK && block.every((byte) => byte === 0))) return;
    const header = tarHeader(block);
    if (!header) {
      if (!isLost) yield { damaged: start };
      isLost = true;
      continue;
    }
    isLost = false;
    if (!"xgLK".includes(header.type)) {
      yield { ...header, ...extended };
      extended = {};
      continue;
    }
    if (header.size > EXTENSION_BYTES) throw new SourceError("damaged", `a name of ${header.size} bytes`);
    const content = await cursor.take(header.size);
    await cursor.skip(padding(header.size));
    if (header.type === "x") extended = { ...extended, ...paxFields(content) };
    if (header.type === "L") extended = { ...extended, name: content.toString().replace(/\0.*$/s, "") };
  }
}
