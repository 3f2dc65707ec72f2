import { hash } from "node:crypto";
import type { DocumentRecord } from "../core/record.ts";
import { hashText } from "../text/hash.ts";

type Named = Pick<DocumentRecord, "id" | "source" | "format">;

/** Endings of inputs, which say nothing of the text. */
const ENDINGS =
  /\.(?:x?html?|txt|md|markdown|jsonl?|ndjson|csv|tsv|parquet|warc|wet|wacz|zip|tar|tgz)?(?:\.(?:gz|gzip|zst|zstd|br))?$/i;
/** What some system refuses in a name, or nobody sees there. */
const REFUSED = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"\\|?*]/gu;
/** Windows takes these for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** Most bytes of a part of a path, with room for an ending within the 255 of common file systems. */
const PART_BYTES = 200;
/** Most bytes of a whole path, within the 1,024 that macOS takes, with room for the output folder's own. */
const PATH_BYTES = 700;

/**
 * Names of the documents' own files, made of the paths they came from: `news/story.html` is `news/story.txt`, line 7 of
 * `crawl.jsonl` is `crawl/7.txt`. They are the same on every system, safe on all, and differ from each other also where
 * case does not count: the first in order has the plain name, others a few digits of a hash of where they came from.
 */
export class FileNames {
  /** Hashes of names, folded; two that meet by chance cost a longer name, nothing else. */
  private readonly taken = new Set<number>();

  nameOf({ id, source, format }: Named): string {
    const identity = `${source.path}\0${source.record ?? ""}\0${id}`;
    const ending = format === "markdown" ? ".md" : ".txt";
    const plain = plainName(source, identity);
    for (let round = 0; ; round++) {
      const name = `${plain}${round === 0 ? "" : `~${digits(round === 1 ? identity : `${identity}\0${round}`)}`}${ending}`;
      const key = hashText(name.toLowerCase());
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return name;
    }
  }
}

function plainName({ path, record }: Named["source"], identity: string): string {
  const parts = (path === "-" ? "stdin" : path).split("/").filter((part) => part !== "");
  parts.push(parts.pop()?.replace(ENDINGS, "") ?? "");
  if (record !== undefined) parts.push(String(record));
  const last = parts.length - 1;
  const name = parts.map((part, i) => (i < last ? safeFolder(part) : safePart(part))).join("/");
  return Buffer.byteLength(name) <= PATH_BYTES ? name : `${shorten(name)}~${digits(identity)}`.replaceAll("/", "_");
}

/** A folder must not have the name of a file beside it. */
function safeFolder(part: string): string {
  return safePart(part).replace(/\.(txt|md)$/i, ".$1_");
}

function safePart(part: string): string {
  const visible = withoutEnd(part.normalize("NFC").replace(REFUSED, "_").replace(/^\.+/, "_"));
  const safe = visible === "" || DEVICE.test(visible) ? `_${visible}` : visible;
  return Buffer.byteLength(safe) <= PART_BYTES ? safe : `${shorten(safe)}~${digits(part)}`;
}

/** Windows drops dots and spaces at the end of a name. */
function withoutEnd(name: string): string {
  let end = name.length;
  while (end > 0 && (name[end - 1] === "." || name[end - 1] === " ")) end--;
  return end === name.length ? name : `${name.slice(0, end)}_`;
}

/** The beginning of a name, cut between characters. */
function shorten(name: string): string {
  let bytes = 0;
  let short = "";
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > PART_BYTES - 20) break;
    short += character;
  }
  return short;
}

const digits = (text: string): string => hash("sha256", text, "hex").slice(0, 8);
