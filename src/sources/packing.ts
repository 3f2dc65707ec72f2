/** A way in which a file is packed that holds only one other. */
export type Packing = "gzip" | "zstd" | "brotli" | "deflate";

const packingOfEnding: ReadonlyMap<string, Packing> = new Map([
  ["gz", "gzip"],
  ["gzip", "gzip"],
  ["zst", "zstd"],
  ["zstd", "zstd"],
  ["br", "brotli"],
]);

/** Known, but read by nothing that comes with Node. */
const unreadEndings: ReadonlySet<string> = new Set(["bz2", "xz", "lzma", "lz4", "lz", "z", "7z", "rar", "tbz2", "txz"]);

/** How records lie in a file that holds many; one of these is read as it streams, never as a whole. */
export type ContainerFormat = "lines" | "warc" | "tar" | "zip" | "csv" | "parquet";

const containerOfEnding: ReadonlyMap<string, ContainerFormat> = new Map([
  ["jsonl", "lines"],
  ["ndjson", "lines"],
  ["warc", "warc"],
  ["wet", "warc"],
  ["tar", "tar"],
  ["zip", "zip"],
  ["wacz", "zip"],
  ["csv", "csv"],
  ["tsv", "csv"],
  ["parquet", "parquet"],
]);

/** What the endings of a name say of its content. */
export interface NamedFormat {
  readonly packing?: Packing;
  readonly container?: ContainerFormat;
  /** The name without the ending of its packing. */
  readonly name: string;
  /** Its packing or archive is one that dehusk does not read: its ending. */
  readonly unread?: string;
}

/** Reads the endings of a name: first its packing, then what is packed. */
export function namedFormat(path: string): NamedFormat {
  const ending = endingOf(path);
  if (unreadEndings.has(ending)) return { name: path, unread: ending };
  if (ending === "tgz") return { name: path, packing: "gzip", container: "tar" };
  const packing = packingOfEnding.get(ending);
  const name = packing ? path.slice(0, -ending.length - 1) : path;
  // A stream that nobody named may be of any length, and has to be read as it comes.
  const container = path === "-" ? "lines" : containerOfEnding.get(packing ? endingOf(name) : ending);
  return { name, ...(packing && { packing }), ...(container && { container }) };
}

function endingOf(path: string): string {
  return /[^/]\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
}
