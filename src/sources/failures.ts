import type { Failure, FailureReason } from "../core/failure.ts";
import type { FailureKind } from "./failure-kind.ts";
import { SourceError } from "./source-error.ts";

interface Wording {
  readonly reason: FailureReason;
  /** Follows the name of the input or record. */
  readonly message: string;
  readonly advice: string;
}

/** Every way in which a source can fail, in the words the user reads. */
const wordings: Readonly<Record<FailureKind, Wording>> = {
  missing: {
    reason: "unreadable",
    message: "does not exist.",
    advice: "Check the spelling and the folder you run dehusk from.",
  },
  vanished: {
    reason: "vanished",
    message: "was there when the inputs were listed and is gone now.",
    advice: "Run again when no other program moves or deletes these files.",
  },
  refused: {
    reason: "unreadable",
    message: "may not be read by this user.",
    advice: "Give the user who runs dehusk the right to read it.",
  },
  "broken-disk": {
    reason: "unreadable",
    message: "could not be read because the disk or the network reported an error.",
    advice: "Copy it to a sound disk and run again.",
  },
  "in-use": {
    reason: "unreadable",
    message: "is locked by another program.",
    advice: "Close the program that uses it and run again.",
  },
  "too-many-open": {
    reason: "unreadable",
    message: "could not be opened because too many files are open.",
    advice: "Raise the limit of open files, for example with ulimit -n, or use fewer workers.",
  },
  "long-name": {
    reason: "unreadable",
    message: "has a path that is too long for the system.",
    advice: "Shorten the names of its folders or move it nearer to the top.",
  },
  "garbled-name": {
    reason: "unreadable",
    message: "has a name that is not valid UTF-8.",
    advice: "Rename it.",
  },
  folder: {
    reason: "unreadable",
    message: "is a folder where a file was expected.",
    advice: "Run again when no other program changes these folders.",
  },
  special: {
    reason: "unreadable",
    message: "is a socket, a pipe or a device, which dehusk never opens.",
    advice: "Save its content to a plain file, or pipe JSON Lines to dehusk clean -.",
  },
  "dangling-link": {
    reason: "unreadable",
    message: "is a link to something that does not exist.",
    advice: "Correct or delete the link.",
  },
  "symlink-loop": {
    reason: "symlink-loop",
    message: "is a link that leads back to itself or to a folder it lies in.",
    advice: "Delete the link; the files of that folder are read where they lie.",
  },
  "too-large": {
    reason: "too-large",
    message: "is larger than a document may be.",
    advice: "Split it into smaller files, or raise --limit record-bytes where it is not at its end.",
  },
  "long-line": {
    reason: "too-large",
    message: "is a line longer than a document may be.",
    advice: "Put each document on a line of its own, or raise --limit record-bytes where it is not at its end.",
  },
  empty: {
    reason: "empty",
    message: "holds no text.",
    advice: "Scrape the page again, or leave it out.",
  },
  "not-utf8": {
    reason: "undecodable",
    message: "is not valid UTF-8, which JSON and CSV have to be.",
    advice: "Write it again as UTF-8.",
  },
  "broken-json": {
    reason: "invalid-json",
    message: "is not valid JSON.",
    advice: "Correct it; a file with one JSON object a line needs the ending .jsonl.",
  },
  "broken-line": {
    reason: "invalid-json",
    message: "is not a line of valid JSON.",
    advice: "Correct or delete the line; each record has to be on one line.",
  },
  "not-an-object": {
    reason: "invalid-json",
    message: "is JSON, but not an object with fields.",
    advice: 'Write each document as an object such as {"text": "…"}.',
  },
  "no-text": {
    reason: "no-text",
    message: "has no text in the fields that were asked for.",
    advice: "Name the field that holds the text with --text-field or --html-field.",
  },
  damaged: {
    reason: "damaged",
    message: "is damaged or cut off.",
    advice: "Fetch or pack it again; what could be read before the damage is in the output.",
  },
  "unread-packing": {
    reason: "unsupported",
    message: "is packed in a way that dehusk does not read.",
    advice: "Unpack it first, or pack it again with gzip or zstd.",
  },
  encrypted: {
    reason: "encrypted",
    message: "is encrypted.",
    advice: "Pack the archive again without a password.",
  },
  "unsafe-name": {
    reason: "unsafe-name",
    message: "has a member whose name leads out of it or holds control characters.",
    advice: "Leave the member out unless you know where the archive comes from; no name is ever used to write a file.",
  },
  "no-warc": {
    reason: "damaged",
    message: "holds no WARC record.",
    advice: "Check that it is a WARC file; other files need the ending of what they are.",
  },
  segment: {
    reason: "unsupported",
    message: "is a later segment of a record that was cut up, which dehusk does not join.",
    advice: "Join the segments with the tool that wrote the file.",
  },
  revisit: {
    reason: "revisit",
    message: "has no content but that of an earlier visit.",
    advice: "Nothing to do where the record of that visit is among the inputs; else add the WARC file that holds it.",
  },
  bomb: {
    reason: "limit",
    message: "unpacks to far more than its size.",
    advice: "Leave it out, or raise --limit ratio where you trust it; what came before is in the output.",
  },
  "much-unpacked": {
    reason: "limit",
    message: "unpacks to more than the limit.",
    advice: "Raise --limit unpacked-bytes where you trust it; what came before is in the output.",
  },
  deep: {
    reason: "limit",
    message: "lies in too many archives, one inside the other.",
    advice: "Unpack the outermost one first, or raise --limit depth.",
  },
  unreadable: {
    reason: "unreadable",
    message: "could not be read.",
    advice: "Check that another program can open it, then run again.",
  },
};

const kindOfCode: ReadonlyMap<string, FailureKind> = new Map([
  ["ENOENT", "vanished"],
  ["ENOTDIR", "vanished"],
  ["ESTALE", "vanished"],
  ["EACCES", "refused"],
  ["EPERM", "refused"],
  ["EIO", "broken-disk"],
  ["ETIMEDOUT", "broken-disk"],
  ["EBUSY", "in-use"],
  ["EMFILE", "too-many-open"],
  ["ENFILE", "too-many-open"],
  ["ENAMETOOLONG", "long-name"],
  ["EISDIR", "folder"],
  ["ELOOP", "symlink-loop"],
  ["ERR_FS_FILE_TOO_LARGE", "too-large"],
]);

/** The failure of an input (`path` as in {@link Failure}) or of one record in it; `detail` says more, in a few words. */
export function sourceFailure(kind: FailureKind, path: string, record?: number, detail = ""): Failure {
  const { reason, advice, ...wording } = wordings[kind];
  const message = detail === "" ? wording.message : `${wording.message.slice(0, -1)} (${detail}).`;
  const name = path === "-" ? "standard input" : `"${path}"`;
  if (record !== undefined) return { path, record, reason, message: `Record ${record} of ${name} ${message}`, advice };
  return { path, reason, message: `${name[0]!.toUpperCase()}${name.slice(1)} ${message}`, advice };
}

/** What a source's own error or the file system's refusal means. Throws any other error again. */
export function readingFailure(error: unknown, path: string, record?: number): Failure {
  if (error instanceof SourceError) return sourceFailure(error.kind, path, record, error.message);
  return systemFailure(error, path, record);
}

/** What the file system's refusal means. Throws the error again when it does not come from the file system. */
export function systemFailure(error: unknown, path: string, record?: number): Failure {
  const code = errorCode(error);
  if (code === undefined) throw error;
  const kind = kindOfCode.get(code);
  return kind ? sourceFailure(kind, path, record) : sourceFailure("unreadable", path, record, code);
}

/** The code of a file-system error, such as `ENOENT`; `undefined` for any other error. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
