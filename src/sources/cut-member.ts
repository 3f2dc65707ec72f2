import type { CutContext, Entry } from "./cut-entry.ts";
import type { FailureKind } from "./failure-kind.ts";
import { sourceFailure } from "./failures.ts";
import { memberName } from "./member-name.ts";
import type { Parcel } from "./parcel.ts";

/** A member of an archive as its header tells of it. */
export interface Member {
  /** As it stands in the archive. */
  readonly name: string;
  /** Why it cannot be read at all, with more words of the cause. */
  readonly refused?: readonly [kind: FailureKind, detail: string];
  /** A link, a device or a pipe. */
  readonly isFile: boolean;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** Letters of a name that are shown. */
const SHOWN = 100;

/** Cuts one member of an archive, or says why it is not read. Only a WACZ file's crawl is, not its indexes. */
export async function* cutMember(archive: Entry, member: Member, context: CutContext): AsyncGenerator<Parcel> {
  const part = context.nextPart();
  const named = memberName(member.name);
  if ("unsafe" in named) {
    const found = sourceFailure("unsafe-name", archive.path, undefined, JSON.stringify(member.name.slice(0, SHOWN)));
    return yield { kind: "found", path: archive.path, part, found };
  }
  if ("hidden" in named) return yield { kind: "found", path: archive.path, part, found: skip(archive, "hidden") };
  const path = `${archive.path}/${named.name}`;
  if (/\.wacz$/i.test(archive.path) && !/^archive\/[^/]+\.warc(?:\.gz)?$/i.test(named.name))
    return yield { kind: "found", path, part, found: { path, skipped: "index" } };
  if (!member.isFile) return yield { kind: "found", path, part, found: { path, skipped: "no-file" } };
  if (member.refused)
    return yield {
      kind: "found",
      path,
      part,
      found: sourceFailure(member.refused[0], path, undefined, member.refused[1]),
    };
  yield* context.cut({ path, part, depth: archive.depth + 1, blocks: member.open() });
}

const skip = ({ path }: Entry, skipped: "hidden") => ({ path, skipped });
